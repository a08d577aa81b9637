package io.mapscope.weaver;

import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.WRITERS;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Weaves for what unsynchronised maps do when they are misused, or might seem to be. */
public final class FailFast {
  private static final String EXCEPTION = "java/util/ConcurrentModificationException";
  private static final String MODIFICATION = "java/util/MapscopeModification";

  private FailFast() {}

  /** After each construction of a ConcurrentModificationException, notes whose map it is about. */
  public static Weave noteModification() {
    return new AfterException();
  }

  /** Around each call of a function of the application, takes the writer's mark away. */
  public static Weave pauseInFunctions() {
    return new AroundFunction();
  }

  private record AfterException() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String desc, boolean isInterface) {
          super.visitMethodInsn(opcode, owner, name, desc, isInterface);
          if (owner.equals(EXCEPTION) && name.equals("<init>")) {
            loadThis(mv);
            call(mv, MODIFICATION, "thrown", "(" + OBJECT + ")V");
          }
        }
      };
    }
  }

  private record AroundFunction() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new AddedLocals(method, next, Type.LONG_TYPE) {
        private final int paused = firstAdded();

        /**
         * Set from the start, because it is part of all frames, also of those before a function.
         */
        @Override
        public void visitCode() {
          super.visitCode();
          mv.visitInsn(Opcodes.LCONST_0);
          mv.visitVarInsn(Opcodes.LSTORE, paused);
          live();
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String desc, boolean isInterface) {
          if (!owner.startsWith("java/util/function/") || !name.equals("apply")) {
            super.visitMethodInsn(opcode, owner, name, desc, isInterface);
            return;
          }
          loadThis(mv);
          call(mv, WRITERS, "pause", "(" + OBJECT + ")J");
          mv.visitVarInsn(Opcodes.LSTORE, paused);
          super.visitMethodInsn(opcode, owner, name, desc, isInterface);
          loadThis(mv);
          mv.visitVarInsn(Opcodes.LLOAD, paused);
          call(mv, WRITERS, "resume", "(" + OBJECT + "J)V");
        }
      };
    }
  }
}
