package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads queue for one map, while the clock is set an hour forward and two hours back by
 * {@link Retransformer}; prints how often they merged and how long that took by the clock that
 * nobody sets.
 */
public final class ClockSet {
  private static final int ROUNDS = 6;
  private static final int MERGES = 400;
  private static final long HOUR_SECONDS = 3_600;
  private static final long FUNCTION_NANOS = 500_000;
  private static final double NANOS_PER_MILLI = 1e6;

  static final Map<Integer, Integer> QUEUED = new ConcurrentHashMap<>();

  private ClockSet() {}

  public static void main(String[] args) throws Exception {
    long startNanos = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      setClock(round < 2 ? 0 : round < 4 ? HOUR_SECONDS : -HOUR_SECONDS);
      Thread other = new Thread(ClockSet::merge);
      other.start();
      merge();
      other.join();
    }
    System.out.println("merges " + 2L * ROUNDS * MERGES);
    System.out.println("millis " + Math.round((System.nanoTime() - startNanos) / NANOS_PER_MILLI));
  }

  private static void merge() {
    for (int i = 0; i < MERGES; i++) {
      QUEUED.merge(1, 1, ClockSet::slowly);
    }
  }

  private static int slowly(int before, int one) {
    LockSupport.parkNanos(FUNCTION_NANOS);
    return before + one;
  }

  /** In the copy on the boot class path, which is the one that is called. */
  private static void setClock(long seconds) throws ReflectiveOperationException {
    Class.forName(Tallied.class.getName(), true, null)
        .getField("clockSeconds")
        .setLong(null, seconds);
  }
}
