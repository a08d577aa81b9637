package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Adds code before the first instruction, on an empty stack. */
final class AtEntry extends MethodVisitor {
  private final AtReturn.Code code;

  AtEntry(MethodVisitor next, AtReturn.Code code) {
    super(Opcodes.ASM9, next);
    this.code = code;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    code.add(mv);
  }
}
