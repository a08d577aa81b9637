package io.mapscope.runtime.collect;

import java.util.MapscopeSite;
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
    return ValueTrail.fieldBehind(code.instructions(), site.bytecodeIndex);
  }
}
