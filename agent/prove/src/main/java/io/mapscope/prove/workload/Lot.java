package io.mapscope.prove.workload;

/**
 * A source of numbers drawn by lot, the same for the same seed on every machine: SplitMix64
 * (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). Confined to one
 * thread.
 */
final class Lot {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long LOW_BITS = 0xFFFFFFFFL;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  Lot(long seed) {
    state = seed;
  }

  /** The number that belongs to {@code index}; different ones for different indexes. */
  static long scattered(long index) {
    long z = index * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 64 bits, each as often 0 as 1. */
  long draw() {
    state++;
    return scattered(state);
  }

  /** From 0 to 1, 1 excepted. */
  double share() {
    return (draw() >>> 11) * UNIT;
  }

  /** From 0 to {@code bound}, that excepted, by the lowest 32 bits of {@code draw}. */
  static int below(int bound, long draw) {
    return (int) (((draw & LOW_BITS) * bound) >>> Integer.SIZE);
  }
}
