package java.util;

/**
 * The channel for rare facts that need more than a counter: a few places, many writers, one reader.
 *
 * <p>Bounded and lossy: a writer that finds all places taken drops the fact and counts the drop;
 * the monitor is held for one pass over them. A fact carries the stack of the thread that met it,
 * taken on the spot; at most {@link #stacksLeft} of them between two ticks of the agent, because a
 * stack costs microseconds.
 */
public final class MapscopeFacts {
  /** One fact: two threads were inside an unsynchronised map at once. */
  public static final class Overlap extends Throwable {
    private static final long serialVersionUID = 1L;
    public final transient MapscopeTally tally;
    public final String threadName;

    Overlap(MapscopeTally tally, String threadName) {
      super(null, null, false, true);
      this.tally = tally;
      this.threadName = threadName;
    }
  }

  private static final int PLACES = 64;
  private static final Object[] PENDING = new Object[PLACES];

  /** Facts that may still be recorded before the agent's next tick; refilled by it. */
  public static int stacksLeft;

  private MapscopeFacts() {}

  static void overlap(MapscopeTally tally) {
    int left = stacksLeft;
    if (left <= 0) {
      return; // counted in the cell; only this example is not kept
    }
    stacksLeft = left - 1;
    try {
      offer(new Overlap(tally, Thread.currentThread().getName()));
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
  }

  private static void offer(Object fact) {
    synchronized (PENDING) {
      for (int i = 0; i < PLACES; i++) {
        if (PENDING[i] == null) {
          PENDING[i] = fact;
          return;
        }
      }
    }
    MapscopeErrors.dropped++;
  }

  /** Moves all facts into {@code into} and returns how many; for the collector alone. */
  public static int drain(Object[] into) {
    int n = 0;
    synchronized (PENDING) {
      for (int i = 0; i < PLACES && n < into.length; i++) {
        if (PENDING[i] != null) {
          into[n++] = PENDING[i];
          PENDING[i] = null;
        }
      }
    }
    return n;
  }
}
