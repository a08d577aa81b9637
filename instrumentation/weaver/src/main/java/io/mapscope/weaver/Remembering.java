package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/** Puts a value into a new local variable on entry and uses it before every return. */
final class Remembering extends LocalVariablesSorter {
  /** Code that is told the local variable. */
  @FunctionalInterface
  interface Code {
    void add(MethodVisitor to, int local);
  }

  private final Type type;
  private final AtReturn.Code onEntry;
  private final Code onReturn;
  private int local;

  /**
   * @param onEntry leaves a value of {@code type} on the stack
   * @param onReturn finds what is returned on top of the stack and leaves it there
   */
  Remembering(
      TargetMethod method, MethodVisitor next, Type type, AtReturn.Code onEntry, Code onReturn) {
    super(Opcodes.ASM9, method.access(), method.descriptor(), next);
    this.type = type;
    this.onEntry = onEntry;
    this.onReturn = onReturn;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    local = newLocal(type);
    onEntry.add(mv);
    mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
  }

  @Override
  public void visitInsn(int opcode) {
    if (AtReturn.isReturn(opcode)) {
      onReturn.add(mv, local);
    }
    super.visitInsn(opcode);
  }
}
