package java.util;

import jdk.internal.vm.annotation.DontInline;

/**
 * The writer's half of a fact of kind {@link MapscopeFact#OVERLAP}; the other half, of the thread
 * that met the writer's mark, is the fact itself.
 *
 * <p>Who meets the mark leaves this question in the probe while taking his own stack, a few
 * microseconds; the writer finds it on leaving and answers from inside the very operation. A writer
 * that is still inside when the other has gone (held up, or in a long operation) finds it later. A
 * question whose writer was gone already is withdrawn; in the instant in which that cannot be told
 * the answer may come from the writer's next operation on the map.
 *
 * <p>Neither thread waits for the other beyond a few turns of {@code onSpinWait}.
 */
public final class MapscopeOverlap {
  private static final int PATIENCE_TURNS = 64;

  /** The stack of the writer; null until it has answered, which it may never do. */
  public volatile MapscopeStack writer;

  private final long writerId;

  private MapscopeOverlap(long writerId) {
    this.writerId = writerId;
  }

  /**
   * The current thread met the mark of {@code writerId}: kept as an example while there is room.
   */
  static void keep(MapscopeProbe probe, long writerId) {
    if (!MapscopeFacts.wants(MapscopeFact.OVERLAP)) {
      return; // counted in the cell; only this example is not kept
    }
    try {
      MapscopeOverlap question = new MapscopeOverlap(writerId);
      probe.question = question;
      for (int n = 0; n < PATIENCE_TURNS && question.isOpen(probe); n++) {
        Thread.onSpinWait();
      }
      MapscopeFacts.offer(MapscopeFact.OVERLAP, probe.tally, writerId, 0, 0, 0, question, true);
      if (!question.isOpen(probe)) {
        probe.question = null;
      }
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
  }

  private boolean isOpen(MapscopeProbe probe) {
    return writer == null && probe.writer == writerId;
  }

  /**
   * The current thread leaves a write and finds a question. One to another thread is out of date:
   * that one has left, or this one could not have marked the map.
   */
  @DontInline
  static void answer(MapscopeProbe probe) {
    try {
      MapscopeOverlap question = probe.question;
      probe.question = null;
      if (question != null && question.writerId == MapscopeThreads.current()) {
        question.writer = new MapscopeStack();
      }
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
  }
}
