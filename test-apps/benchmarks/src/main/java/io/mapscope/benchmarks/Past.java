package io.mapscope.benchmarks;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What a map class has lived through before it is measured: empty maps, misses, inserts, removals,
 * chains of two.
 *
 * <p>The compiler leaves out branches that were never taken. A fresh JVM has hardly used a map, and
 * one with an agent has, which would be compared instead of the agent; in an application every
 * branch has been taken, with the agent or without.
 */
final class Past {
  private static final int TIMES = 3_000;
  private static final int KEYS = 12;

  private Past() {}

  /** Returns something computed, so that nothing is optimised away. */
  static int live(Supplier<? extends Map<Integer, Integer>> maps) {
    int sum = 0;
    for (int i = 0; i < TIMES; i++) {
      final Map<Integer, Integer> map = maps.get();
      for (int key = 0; key < KEYS; key++) {
        final Integer boxed = key * 1_000_003;
        sum += map.get(boxed) == null ? 1 : 0;
        map.put(boxed, key);
        map.put(boxed, key + 1);
        sum += map.computeIfAbsent(boxed + 1, absent -> absent);
        sum += map.computeIfAbsent(boxed + 1, absent -> absent);
        sum += map.getOrDefault(boxed, 0);
      }
      sum += map.values().stream().mapToInt(Integer::intValue).sum();
      for (final Integer key : map.keySet().toArray(Integer[]::new)) {
        sum += map.remove(key) == null ? 1 : 0;
      }
    }
    return sum;
  }
}
