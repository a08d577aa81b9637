package io.mapscope.weaver;

import static io.mapscope.weaver.Call.REMEMBERED_LONG;
import static io.mapscope.weaver.Call.THIS;
import static io.mapscope.weaver.Recorder.FUNCTIONS;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.TIMING;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Weaves that time operations and the functions they call. */
public final class Timings {
  /** A write, timed within a window. */
  public static final Weave WRITE_TIME = timed("wrote");

  /** A compute operation with its function, timed within a window. */
  public static final Weave COMPUTE_TIME = timed("computed");

  private Timings() {}

  /** Around each call of a function: its time within a window, its recursion always. */
  public static Weave functions() {
    return new AroundFunctions();
  }

  /** After each construction of the exception for a recursive update, counts it. */
  public static Weave refusedRecursions() {
    return new Refused();
  }

  private static Weave timed(String end) {
    return new Remembering(
        "J",
        Call.of(TIMING, "start", "()J"),
        Call.of(TIMING, end, "(J" + OBJECT + ")V", REMEMBERED_LONG, THIS));
  }

  private record Refused() implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String desc, boolean isInterface) {
          super.visitMethodInsn(opcode, owner, name, desc, isInterface);
          if (owner.equals("java/lang/IllegalStateException") && name.equals("<init>")) {
            loadThis(mv);
            call(mv, FUNCTIONS, "refused", "(" + OBJECT + ")V");
          }
        }
      };
    }
  }
}
