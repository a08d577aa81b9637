package io.mapscope.dist.programs;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Functions that park for a few milliseconds, timed from the inside (by themselves) and from the
 * outside (around the operation): prints {@code FIELD inner|outer p50 max} in nanoseconds. What an
 * agent says must lie between the two. Then functions that compute on their own map.
 */
public final class Parking {
  static final Map<Integer, String> HASH = new ConcurrentHashMap<>();
  static final Map<Integer, String> SORTED = new ConcurrentSkipListMap<>();
  static final Map<Integer, Integer> RECURSIVE = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> THROWING = new ConcurrentHashMap<>();

  private static final int CALLS = 300;
  private static final long PARK_NANOS = 2_000_000;

  private Parking() {}

  public static void main(String[] args) {
    park("HASH", HASH);
    park("SORTED", SORTED);
    recur();
    fail();
  }

  private static void park(String field, Map<Integer, String> map) {
    long[] inner = new long[CALLS];
    long[] outer = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      int call = i;
      long start = System.nanoTime();
      map.computeIfAbsent(
          i,
          key -> {
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < PARK_NANOS) {
              LockSupport.parkNanos(PARK_NANOS);
            }
            inner[call] = System.nanoTime() - begin;
            return "";
          });
      outer[i] = System.nanoTime() - start;
    }
    print(field + " inner ", inner);
    print(field + " outer ", outer);
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.println(what + nanos[(CALLS - 1) / 2] + " " + nanos[CALLS - 1]);
  }

  /** Ten functions that compute another key of the same map, and one for the key being computed. */
  private static void recur() {
    for (int i = 0; i < 10; i++) {
      int other = 2 * i + 1_001;
      RECURSIVE.computeIfAbsent(2 * i, key -> RECURSIVE.computeIfAbsent(other, k -> 1));
    }
    try {
      RECURSIVE.computeIfAbsent(5_000, key -> RECURSIVE.computeIfAbsent(5_000, k -> 1));
    } catch (IllegalStateException recursive) {
      System.out.println("recursive");
    }
  }

  /** Functions that throw and leave nothing behind: the next ones are no recursion. */
  private static void fail() {
    for (int i = 0; i < 100; i++) {
      try {
        THROWING.merge(1, 1, Parking::failing);
      } catch (UnsupportedOperationException thrown) {
        THROWING.merge(1, 1, Integer::sum);
      }
    }
  }

  private static Integer failing(Integer one, Integer other) {
    throw new UnsupportedOperationException(one + " and " + other);
  }
}
