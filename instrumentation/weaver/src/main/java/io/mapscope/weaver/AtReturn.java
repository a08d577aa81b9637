package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds code before every return instruction; what is returned lies on top of the stack and must lie
 * there again afterwards. A method that throws gets nothing.
 */
final class AtReturn extends MethodVisitor {
  /** What to add. */
  @FunctionalInterface
  interface Code {
    void add(MethodVisitor to);
  }

  private final Code code;

  AtReturn(MethodVisitor next, Code code) {
    super(Opcodes.ASM9, next);
    this.code = code;
  }

  @Override
  public void visitInsn(int opcode) {
    if (isReturn(opcode)) {
      code.add(mv);
    }
    super.visitInsn(opcode);
  }

  static boolean isReturn(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }
}
