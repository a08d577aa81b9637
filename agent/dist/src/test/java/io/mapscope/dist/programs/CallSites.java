package io.mapscope.dist.programs;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One map read from two places, nine times from the first for each time from the second. Both take
 * the same time, because a sample is the operation that follows a random moment.
 */
public final class CallSites {
  static final Map<Integer, Integer> SHARED = new ConcurrentHashMap<>();
  private static final int HOT_IN_A_ROW = 9;

  /** Long enough for some thirty samples, which come at ten a second. */
  private static final long RUN_NANOS = 3_000_000_000L;

  private CallSites() {}

  public static void main(String[] args) {
    SHARED.put(1, 1);
    long end = System.nanoTime() + RUN_NANOS;
    long sum = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < HOT_IN_A_ROW; i++) {
        sum += hot();
      }
      sum += cold();
    }
    System.out.println("sum " + (sum > 0));
  }

  private static int hot() {
    return Objects.hashCode(SHARED.get(1));
  }

  private static int cold() {
    return Objects.hashCode(SHARED.getOrDefault(1, 1));
  }
}
