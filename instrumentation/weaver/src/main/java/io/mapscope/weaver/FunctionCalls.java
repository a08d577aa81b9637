package io.mapscope.weaver;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Notes before each call of one of these methods that the function of the operation in progress
 * runs: for functions that are not of a type of the JDK's and so cannot be wrapped.
 */
record FunctionCalls(List<String> methods) implements Weave {
  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String desc, boolean isInterface) {
        if (methods.contains(name)) {
          Recorder.loadThis(mv);
          Recorder.call(mv, Recorder.NESTING, "functionRuns", "(" + Recorder.OBJECT + ")V");
        }
        super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      }
    };
  }
}
