package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Whether a map's own {@code size()} may be called by the agent's thread: it reads fields of the
 * map and does sums, goes no way back, takes no lock, and calls nothing but the JDK's counters, so
 * that it can neither wait nor change anything.
 */
final class CheapSize extends ClassVisitor {
  private static final List<String> COUNTERS =
      List.of(
          "java/util/concurrent/atomic/AtomicInteger",
          "java/util/concurrent/atomic/AtomicLong",
          "java/util/concurrent/atomic/LongAdder",
          "java/lang/Math");
  private static final List<String> READS =
      List.of("get", "intValue", "longValue", "sum", "max", "min", "toIntExact");

  private boolean declared;
  private boolean cheap = true;

  private CheapSize() {
    super(Opcodes.ASM9);
  }

  static boolean isIn(ClassReader reader) {
    CheapSize size = new CheapSize();
    reader.accept(size, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return size.declared && size.cheap;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (!name.equals("size") || !descriptor.equals("()I")) {
      return null;
    }
    declared = true;
    cheap = (access & (Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    return new Body();
  }

  private final class Body extends MethodVisitor {
    private final List<Label> passed = new ArrayList<>();

    Body() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      cheap &= !passed.contains(label);
    }

    @Override
    public void visitInsn(int opcode) {
      cheap &= opcode != Opcodes.MONITORENTER && opcode != Opcodes.ATHROW;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      cheap &= opcode == Opcodes.GETFIELD;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      cheap &= COUNTERS.contains(owner) && READS.contains(name);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      cheap = false;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      cheap = false;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
      cheap = false;
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      cheap = false;
    }
  }
}
