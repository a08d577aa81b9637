package io.mapscope.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Hands the method a function that tells the recorder when it runs, instead of the user's own. */
record WrapFunction() implements Weave {
  private static final String FUNCTION = "java/util/function/Function";

  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        int variable = 1;
        for (Type argument : Type.getArgumentTypes(method.descriptor())) {
          if (argument.getSort() == Type.OBJECT && argument.getInternalName().equals(FUNCTION)) {
            wrap(mv, variable);
          }
          variable += argument.getSize();
        }
      }
    };
  }

  private static void wrap(MethodVisitor to, int variable) {
    to.visitVarInsn(Opcodes.ALOAD, variable);
    Recorder.loadThis(to);
    Recorder.call(
        to,
        Recorder.FUNCTION,
        "of",
        "(L" + FUNCTION + ";" + Recorder.OBJECT + ")L" + FUNCTION + ";");
    to.visitVarInsn(Opcodes.ASTORE, variable);
  }
}
