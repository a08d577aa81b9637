package io.mapscope.runtime.collect;

import io.mapscope.runtime.collect.MethodCode.Instruction;
import java.util.HashSet;
import java.util.List;
import java.util.MapscopeSite;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Finds the field a new map is stored in, by reading the byte code behind its allocation.
 *
 * <p>Works for what compilers make of {@code this.f = new HashMap<>()}, also by way of casts,
 * conditional expressions, one local variable, and wrappers of {@code Collections}. Where the map
 * goes anywhere else there is no answer: null, never a guess.
 */
final class FieldFinder {
  private FieldFinder() {}

  static @Nullable String fieldOf(MapscopeSite site) {
    Class<?> owner = site.owner.get();
    if (owner == null || site.kind != MapscopeSite.ALLOCATION || site.bytecodeIndex < 0) {
      return null;
    }
    byte[] classFile = ClassFiles.of(owner);
    if (classFile == null) {
      return null;
    }
    MethodCode code = new MethodCode(site.methodName, site.methodDescriptor);
    try {
      code.read(new ClassReader(classFile));
    } catch (IllegalArgumentException newerThanAsm) {
      return null; // a class file version that ASM does not know yet: no field, said as null
    }
    return fieldOf(code.instructions(), site.bytecodeIndex, site.line, site.mapClass);
  }

  /**
   * The place of the call is where the stack says, unless another agent has rewritten the method:
   * then the class file, which is as it was, has another call there or none. Lines stay.
   *
   * @param line negative when the stack does not tell
   */
  static @Nullable String fieldOf(
      List<Instruction> code, int bytecodeIndex, int line, String mapClass) {
    for (Instruction instruction : code) {
      if (instruction.offset() == bytecodeIndex
          && instruction.isCall()
          && instruction.line() == Math.max(-1, line)) {
        return ValueTrail.fieldBehind(code, bytecodeIndex);
      }
    }
    return line < 0 ? null : fieldByLine(code, line, mapClass);
  }

  /** The one field that a map of this class, made on this line, goes to. */
  private static @Nullable String fieldByLine(List<Instruction> code, int line, String mapClass) {
    String made = mapClass.replace('.', '/');
    Set<@Nullable String> fields = new HashSet<>();
    for (Instruction instruction : code) {
      if (instruction.line() == line && instruction.isConstructorOf(made)) {
        fields.add(ValueTrail.fieldBehind(code, instruction.offset()));
      }
    }
    for (Instruction instruction : fields.isEmpty() ? code : List.<Instruction>of()) {
      if (instruction.line() == line && instruction.isFactory()) {
        fields.add(ValueTrail.fieldBehind(code, instruction.offset()));
      }
    }
    return fields.size() == 1 ? fields.iterator().next() : null;
  }
}
