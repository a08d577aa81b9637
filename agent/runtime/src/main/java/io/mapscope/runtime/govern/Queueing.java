package io.mapscope.runtime.govern;

/**
 * By how much more may be done with a map between windows when its threads wait for each other.
 *
 * <p>Recording lengthens the time for which a lock is held by the cost of an operation, everybody
 * waits for that, and a monitor that is fought for is handed on by the system more often: far more
 * than the cost of an operation tells. Four threads that only read one Hashtable did four to five
 * times as much unrecorded (two processors, JDK 17). How much it is in a given case cannot be told
 * from counts, so eight times is held possible where there is hardly a moment without a queue, and
 * nothing where there hardly ever is one. The estimate stays where it is: most who wait serve
 * requests, and do as much either way.
 */
public final class Queueing {
  private static final double MOST_MORE = 8;

  /** Blocked on the average; those that spin for a lock before they block are not among them. */
  private static final double HARDLY_EVER_THREADS = 0.1;

  private static final double ALWAYS_THREADS = 0.3;

  private Queueing() {}

  /**
   * From 0, where hardly anybody waits, to {@value #MOST_MORE}; 0.1 is a tenth more.
   *
   * @param blockedNanos how long threads have waited for these maps, in all
   * @param nanos in which time
   */
  public static double more(long blockedNanos, long nanos) {
    double threads = threads(blockedNanos, nanos);
    double share = (threads - HARDLY_EVER_THREADS) / (ALWAYS_THREADS - HARDLY_EVER_THREADS);
    return MOST_MORE * Math.min(1, Math.max(0, share));
  }

  /** Whether there is hardly a moment without somebody who waits. */
  public static boolean isConstant(long blockedNanos, long nanos) {
    return threads(blockedNanos, nanos) >= ALWAYS_THREADS;
  }

  private static double threads(long blockedNanos, long nanos) {
    return blockedNanos / (double) Math.max(1, nanos);
  }
}
