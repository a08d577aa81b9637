package io.mapscope.weaver;

import static io.mapscope.weaver.Call.REMEMBERED_REFERENCE;
import static io.mapscope.weaver.Call.RETURNED;
import static io.mapscope.weaver.Call.RETURNED_LONG;
import static io.mapscope.weaver.Call.SECOND_ARGUMENT;
import static io.mapscope.weaver.Call.THIS;
import static io.mapscope.weaver.Call.intArgument;
import static io.mapscope.weaver.Recorder.CONTENTION;
import static io.mapscope.weaver.Recorder.LOCKS;
import static io.mapscope.weaver.Recorder.LOCK_WAIT;
import static io.mapscope.weaver.Recorder.OBJECT;
import static io.mapscope.weaver.Recorder.call;
import static io.mapscope.weaver.Recorder.loadThis;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The weaves that notice threads getting into each other's way, in maps and in locks. */
public final class ContentionWeaves {
  private static final String WAIT = "L" + LOCK_WAIT + ";";

  /** {@code fullAddCount} is entered: the size counter is contended. */
  public static final Weave COUNTER_COLLISION =
      new AtEntry(Call.of(CONTENTION, "counterCollided", "(" + OBJECT + ")V", THIS));

  /** {@code transfer(table, nextTable)} is entered. */
  public static final Weave RESIZE_HELP =
      new AtEntry(
          Call.of(CONTENTION, "transfers", "(" + OBJECT + OBJECT + ")V", SECOND_ARGUMENT, THIS));

  /** A tree bin's writer has to wait for its readers. */
  public static final Weave TREE_BIN_WAIT = new AtEntry(Call.of(CONTENTION, "treeBinWaits", "()V"));

  /** {@code AbstractQueuedSynchronizer.acquire}, whose third argument says whether to share. */
  public static final Weave SYNCHRONIZER_WAIT = synchronizer(3);

  /** The same where the second argument, a long, takes two places. */
  public static final Weave LONG_SYNCHRONIZER_WAIT = synchronizer(4);

  public static final Weave STAMPED_WRITE_WAIT = stamped("beginWrite");
  public static final Weave STAMPED_READ_WAIT = stamped("beginRead");

  private ContentionWeaves() {}

  /** After each call of {@code swap}, counts a lost race when it returned false. */
  public static Weave lostSwaps(String swap) {
    return new Calls.After(swap, CONTENTION, "swapped", "(Z" + OBJECT + ")V");
  }

  /** After each call of one of these methods of a tree bin, counts its wait if there was one. */
  public static Weave treeUpdates(String... updates) {
    return new AfterTreeUpdate(Arrays.asList(updates));
  }

  private static Weave synchronizer(int shared) {
    return new Remembering(
        WAIT,
        Call.of(LOCKS, "begin", "(" + OBJECT + "Z)" + WAIT, THIS, intArgument(shared)),
        Call.of(LOCKS, "end", "(I" + WAIT + ")V", RETURNED, REMEMBERED_REFERENCE));
  }

  private static Weave stamped(String begin) {
    return new Remembering(
        WAIT,
        Call.of(LOCKS, begin, "(" + OBJECT + ")" + WAIT, THIS),
        Call.of(LOCKS, "end", "(J" + WAIT + ")V", RETURNED_LONG, REMEMBERED_REFERENCE));
  }

  private record AfterTreeUpdate(List<String> updates) implements Weave {
    @Override
    public MethodVisitor on(TargetMethod method, MethodVisitor next) {
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String desc, boolean isInterface) {
          super.visitMethodInsn(opcode, owner, name, desc, isInterface);
          if (updates.contains(name)) {
            loadThis(mv);
            call(mv, CONTENTION, "treeUpdated", "(" + OBJECT + ")V");
          }
        }
      };
    }
  }
}
