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

  private MapscopeErrors() {}

  static void forget() {
    suppressed = 0;
    latest = null;
    dropped = 0;
    unkept = 0;
  }

  static void suppress(Throwable problem) {
    suppressed++;
    latest = problem;
  }
}
