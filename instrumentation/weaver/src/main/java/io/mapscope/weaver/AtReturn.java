package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds a call before every return instruction; what is returned lies on top of the stack and does
 * so again afterwards. A method that throws gets nothing.
 */
record AtReturn(Call call) implements Weave {
  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInsn(int opcode) {
        if (isReturn(opcode)) {
          call.addTo(mv, method, -1);
        }
        super.visitInsn(opcode);
      }
    };
  }

  static boolean isReturn(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }
}
