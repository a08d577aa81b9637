package io.mapscope.weaver;

import static io.mapscope.weaver.Recorder.COUNTS;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Counts a {@code computeIfAbsent} that calls its function itself: absent when the function begins,
 * present at the end when it has not run. A local variable tells; the counts of the thread's cell
 * could not, because a virtual thread that has waited inside finds itself on another carrier, or
 * others have counted on its own.
 */
record FunctionRuns() implements Weave {
  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new Visitor(method, next);
  }

  /** Whether a call of {@code name} is one of a mapping function. */
  static boolean isFunction(String owner, String name) {
    return owner.equals("java/util/function/Function") && name.equals("apply");
  }

  /** Just before the call of the function. */
  static void countAbsent(MethodVisitor to) {
    loadThis(to);
    call(to, COUNTS, "functionRuns", "(" + OBJECT + ")V");
  }

  private static final class Visitor extends AddedLocals {
    private final int ran;

    Visitor(TargetMethod method, MethodVisitor next) {
      super(method, next, Type.BOOLEAN_TYPE);
      ran = firstAdded();
    }

    @Override
    public void visitCode() {
      super.visitCode();
      mv.visitInsn(Opcodes.ICONST_0);
      mv.visitVarInsn(Opcodes.ISTORE, ran);
      live();
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      if (isFunction(owner, name)) {
        countAbsent(mv);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitVarInsn(Opcodes.ISTORE, ran);
      }
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    }

    @Override
    public void visitInsn(int opcode) {
      if (AtReturn.isReturn(opcode)) {
        loadThis(mv);
        mv.visitVarInsn(Opcodes.ALOAD, 1);
        mv.visitVarInsn(Opcodes.ILOAD, ran);
        call(mv, COUNTS, "computed", "(" + OBJECT + OBJECT + "Z)V");
      }
      super.visitInsn(opcode);
    }
  }
}
