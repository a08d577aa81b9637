package io.mapscope.weaver;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds a call before the method returns; what is returned lies on top of the stack and does so
 * again afterwards. A method that throws gets nothing.
 *
 * <p>All return instructions jump to one at the end, where the call is: a copy of the recorder at
 * each of the five returns of {@code ConcurrentHashMap.get} made its compiled code so big that
 * HotSpot stopped inlining it into its callers ({@code InlineSmallCode}, docs/overhead.md).
 */
record AtReturn(Call call) implements Weave {
  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new SingleExit(method, next);
  }

  private final class SingleExit extends MethodVisitor {
    private final TargetMethod method;
    private final Label exit = new Label();
    private int returnOpcode = -1;

    SingleExit(TargetMethod method, MethodVisitor next) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    @Override
    public void visitInsn(int opcode) {
      if (isReturn(opcode)) {
        returnOpcode = opcode;
        super.visitJumpInsn(Opcodes.GOTO, exit);
      } else {
        super.visitInsn(opcode);
      }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      if (returnOpcode >= 0) {
        super.visitLabel(exit);
        Object[] locals = method.frameLocals();
        Object[] stack = method.frameResult();
        super.visitFrame(Opcodes.F_FULL, locals.length, locals, stack.length, stack);
        call.addTo(mv, method, -1);
        super.visitInsn(returnOpcode);
      }
      super.visitMaxs(maxStack, maxLocals);
    }
  }

  static boolean isReturn(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }
}
