package io.mapscope.benchmarks;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The keys of a benchmark and the order in which they are asked for.
 *
 * <p>Keys are boxed beforehand, in the order of their use and apart from the map's own, so that the
 * next key is always near and only the map can miss the cache; drawn independently, so that the
 * processor can have many such misses in flight, as a service with independent requests has.
 */
final class Keys {
  static final Integer VALUE = 1;
  static final Function<Integer, Integer> NEVER_CALLED = key -> VALUE;
  static final BinaryOperator<Integer> KEEP = (before, given) -> before;

  private static final long SEED = 20_261_121;

  private final Integer[] sequence;
  private int next;

  private Keys(Integer[] sequence) {
    this.sequence = sequence;
  }

  /** A sequence over the keys 0 to {@code entries - 1}, about as long as there are entries. */
  static Keys over(int entries, long stream) {
    final SplittableRandom random = new SplittableRandom(SEED + stream);
    final Integer[] sequence = new Integer[Integer.highestOneBit(2 * entries - 1)];
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = random.nextInt(entries);
    }
    return new Keys(sequence);
  }

  /** The same sequence from another place on, for a thread that shares it. */
  Keys from(int place) {
    final Keys other = new Keys(sequence);
    other.next = place;
    return other;
  }

  static void fill(Map<Integer, Integer> map, int entries) {
    for (int i = 0; i < entries; i++) {
      map.put(i, VALUE);
    }
  }

  /** One traversal of all values. */
  static int sum(Map<Integer, Integer> map) {
    int sum = 0;
    for (final Integer value : map.values()) {
      sum += value;
    }
    return sum;
  }

  Integer next() {
    final Integer[] keys = sequence;
    return keys[next++ & (keys.length - 1)];
  }
}
