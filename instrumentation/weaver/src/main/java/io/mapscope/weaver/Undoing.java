package io.mapscope.weaver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Does something on entry and undoes it however the method ends: a {@code try}/{@code finally}
 * around the body.
 *
 * <p>What is to be undone is kept in a new local variable that is never null. At a return a call of
 * the recorder undoes it, unless there is nothing to undo: no thread may write what all share. That
 * call lies inside the protected range, and the handler undoes by straight code, without a branch
 * or a call, so that nothing an exhausted stack does can prevent it.
 *
 * @param onEntry returns what to remember
 * @param onReturn made before undoing when the method returns; null for none
 */
record Undoing(Undo undo, Call onEntry, @Nullable Call onReturn) implements Weave {
  /** What is undone, and how. */
  enum Undo {
    /** {@code cell.owner = ~cell.owner}. */
    FREE_CELL(Recorder.CELL, Recorder.NESTING) {
      @Override
      void addTo(MethodVisitor to, int cell) {
        to.visitVarInsn(Opcodes.ALOAD, cell);
        to.visitInsn(Opcodes.DUP);
        to.visitFieldInsn(Opcodes.GETFIELD, Recorder.CELL, "owner", "J");
        to.visitLdcInsn(-1L);
        to.visitInsn(Opcodes.LXOR);
        to.visitFieldInsn(Opcodes.PUTFIELD, Recorder.CELL, "owner", "J");
      }
    },
    /** {@code probe.writer |= LEFT}. */
    CLEAR_MARK(Recorder.PROBE, Recorder.WRITERS) {
      @Override
      void addTo(MethodVisitor to, int probe) {
        to.visitVarInsn(Opcodes.ALOAD, probe);
        to.visitInsn(Opcodes.DUP);
        to.visitFieldInsn(Opcodes.GETFIELD, Recorder.PROBE, "writer", "J");
        to.visitLdcInsn(Long.MIN_VALUE);
        to.visitInsn(Opcodes.LOR);
        to.visitFieldInsn(Opcodes.PUTFIELD, Recorder.PROBE, "writer", "J");
      }
    },
    /** {@code span.map = null; span.thread = 0}: a copy that failed is none. */
    END_COPY(Recorder.SPAN, Recorder.COPIES) {
      @Override
      void addTo(MethodVisitor to, int span) {
        freeSpan(to, span);
      }
    },
    /** The same for a serialization. */
    END_SERIALIZATION(Recorder.SPAN, Recorder.SERIALIZATIONS) {
      @Override
      void addTo(MethodVisitor to, int span) {
        freeSpan(to, span);
      }
    };

    private final String remembered;
    private final String owner;

    Undo(String remembered, String owner) {
      this.remembered = remembered;
      this.owner = owner;
    }

    abstract void addTo(MethodVisitor to, int local);

    private static void freeSpan(MethodVisitor to, int span) {
      to.visitVarInsn(Opcodes.ALOAD, span);
      to.visitInsn(Opcodes.ACONST_NULL);
      to.visitFieldInsn(Opcodes.PUTFIELD, Recorder.SPAN, "map", Recorder.OBJECT);
      to.visitVarInsn(Opcodes.ALOAD, span);
      to.visitInsn(Opcodes.LCONST_0);
      to.visitFieldInsn(Opcodes.PUTFIELD, Recorder.SPAN, "thread", "J");
    }
  }

  private record Range(Label start, Label end) {}

  @Override
  public MethodVisitor on(TargetMethod method, MethodVisitor next) {
    return new Visitor(method, next);
  }

  private final class Visitor extends AddedLocals {
    private final TargetMethod method;
    private final List<Range> ranges = new ArrayList<>();
    private Label start = new Label();
    private final int local;

    Visitor(TargetMethod method, MethodVisitor next) {
      super(method, next, Type.getObjectType(undo.remembered));
      this.method = method;
      local = firstAdded();
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (!method.isConstructor()) {
        enter();
      }
    }

    /** A constructor begins where {@code this} exists: behind the call of another constructor. */
    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (method.isConstructor()
          && !isLive()
          && opcode == Opcodes.INVOKESPECIAL
          && name.equals("<init>")) {
        enter();
      }
    }

    private void enter() {
      onEntry.addTo(mv, method, local);
      mv.visitVarInsn(Opcodes.ASTORE, local);
      live();
      mv.visitLabel(start);
    }

    @Override
    public void visitInsn(int opcode) {
      if (AtReturn.isReturn(opcode)) {
        leave();
        super.visitInsn(opcode);
        start = new Label();
        mv.visitLabel(start);
      } else {
        super.visitInsn(opcode);
      }
    }

    private void leave() {
      if (onReturn != null) {
        onReturn.addTo(mv, method, local);
      }
      mv.visitVarInsn(Opcodes.ALOAD, local);
      Recorder.call(mv, undo.owner, "leave", "(L" + undo.remembered + ";)V");
      Label end = new Label();
      mv.visitLabel(end);
      ranges.add(new Range(start, end));
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      Label handler = new Label();
      mv.visitLabel(handler);
      ranges.add(new Range(start, handler));
      Object[] locals = method.frameLocals();
      visitFrame(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
      undo.addTo(mv, local);
      mv.visitInsn(Opcodes.ATHROW);
      for (Range range : ranges) {
        if (range.start().getOffset() != range.end().getOffset()) {
          mv.visitTryCatchBlock(range.start(), range.end(), handler, "java/lang/Throwable");
        }
      }
      super.visitMaxs(maxStack, maxLocals);
    }
  }
}
