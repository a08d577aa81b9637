package io.mapscope.weaver;

import static io.mapscope.weaver.Recorder.CELL;
import static io.mapscope.weaver.Recorder.FUNCTIONS;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Tells the recorder before and after each call of a function of the application. When one throws,
 * a handler around the whole body clears the mark by straight code, without a branch or a call, so
 * that nothing an exhausted stack does can prevent it.
 *
 * <p>Both local variables are set at the start of the method, because they are part of all frames.
 */
record AroundFunctions() implements Weave {
  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new Visitor(method, next);
  }

  private static final class Visitor extends AddedLocals {
    private final TargetMethod method;
    private final Label start = new Label();
    private final int cell;
    private final int startNanos;

    Visitor(TargetMethod method, MethodVisitor next) {
      super(method, next, Type.getObjectType(CELL), Type.LONG_TYPE);
      this.method = method;
      cell = firstAdded();
      startNanos = cell + 1;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      call(mv, FUNCTIONS, "none", "()L" + CELL + ";");
      mv.visitVarInsn(Opcodes.ASTORE, cell);
      mv.visitInsn(Opcodes.LCONST_0);
      mv.visitVarInsn(Opcodes.LSTORE, startNanos);
      live();
      mv.visitLabel(start);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      if (!owner.startsWith("java/util/function/") || !name.equals("apply")) {
        super.visitMethodInsn(opcode, owner, name, desc, isInterface);
        return;
      }
      loadThis(mv);
      call(mv, FUNCTIONS, "begin", "(" + OBJECT + ")L" + CELL + ";");
      mv.visitVarInsn(Opcodes.ASTORE, cell);
      call(mv, FUNCTIONS, "start", "()J");
      mv.visitVarInsn(Opcodes.LSTORE, startNanos);
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      loadThis(mv);
      mv.visitVarInsn(Opcodes.ALOAD, cell);
      mv.visitVarInsn(Opcodes.LLOAD, startNanos);
      call(mv, FUNCTIONS, "end", "(" + OBJECT + "L" + CELL + ";J)V");
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      Label handler = new Label();
      mv.visitLabel(handler);
      Object[] locals = method.frameLocals();
      visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
      mv.visitVarInsn(Opcodes.ALOAD, cell);
      mv.visitInsn(Opcodes.LCONST_0);
      mv.visitFieldInsn(Opcodes.PUTFIELD, CELL, "inFunction", "J");
      mv.visitInsn(Opcodes.ATHROW);
      mv.visitTryCatchBlock(start, handler, handler, "java/lang/Throwable");
      super.visitMaxs(maxStack, maxLocals);
    }
  }
}
