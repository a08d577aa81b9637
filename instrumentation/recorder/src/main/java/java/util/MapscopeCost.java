package java.util;

/**
 * The time that application threads have spent on rare facts and what they carry, measured where it
 * is spent. Looks at stacks are in {@link MapscopeSettings#walkedNanos}.
 *
 * <p>A plain sum by any thread: under a race some is lost. A stretch in which the thread was not
 * running counts as {@value #MOST_NANOS} ns at most. Read by the agent, for its account of itself.
 */
public final class MapscopeCost {
  private static final long MOST_NANOS = 200_000;

  /** Nanoseconds so far, those of an agent before included. */
  public static long nanos;

  private MapscopeCost() {}

  static void since(long startNanos) {
    nanos += Math.min(MOST_NANOS, System.nanoTime() - startNanos);
  }
}
