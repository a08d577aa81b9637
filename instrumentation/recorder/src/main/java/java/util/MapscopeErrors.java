package java.util;

/**
 * What went wrong or was left out inside the application's operations, counted without a call or an
 * allocation because it may be counted on an exhausted stack or heap.
 *
 * <p>Plain increments by any thread: under a race some are lost, which is enough to tell none from
 * some. Read by the collector.
 */
public final class MapscopeErrors {
  /** Throwables that advice or the slow path kept from the application. */
  public static long suppressed;

  /** The latest of them, for the agent's own log; may be null. */
  public static Throwable latest;

  /** What is missing from figures because a bound was reached. */
  public static long dropped;

  /** Examples, events and samples of what figures do tell, not kept because a bound was reached. */
  public static long unkept;

  /**
   * Whether {@code Thread.stop} still ends threads, by a {@link ThreadDeath} thrown wherever they
   * are. It is the application's and goes on its way, having been counted; JDK 20 took it away.
   */
  public static final boolean STOPPABLE = Runtime.version().feature() < 20;

  private MapscopeErrors() {}

  static void forget() {
    suppressed = 0;
    latest = null;
    dropped = 0;
    unkept = 0;
  }

  /** Counts what may not come out; but the thread's own end does. */
  static void suppress(Throwable problem) {
    if (STOPPABLE && problem instanceof ThreadDeath) {
      throw (ThreadDeath) problem;
    }
    suppressed++;
    latest = problem;
  }
}
