package java.util;

/**
 * A histogram with fixed bounds, of durations or sizes. Not synchronized: whoever owns it says who
 * may touch it.
 */
public final class MapscopeBuckets {
  /** Upper bounds of durations, in nanoseconds; those of {@code Distribution.NANOS_BOUNDS}. */
  public static final long[] NANOS = {
    100L,
    300L,
    1_000L,
    3_000L,
    10_000L,
    30_000L,
    100_000L,
    300_000L,
    1_000_000L,
    3_000_000L,
    10_000_000L,
    30_000_000L,
    100_000_000L,
    1_000_000_000L,
    10_000_000_000L,
  };

  /** Upper bounds of sizes, in bytes; those of {@code Distribution.BYTES_BOUNDS}. */
  public static final long[] BYTES = {
    1L << 8, 1L << 10, 1L << 12, 1L << 14, 1L << 16, 1L << 18, 1L << 20, 1L << 22, 1L << 24,
    1L << 26,
  };

  private final long[] bounds;

  /** Values up to each bound, and last those above all of them. */
  public final long[] counts;

  public long sum;

  public MapscopeBuckets(long[] bounds) {
    this.bounds = bounds;
    this.counts = new long[bounds.length + 1];
  }

  /** Adds a value; a negative one, of a clock that went back, counts as 0. */
  public void add(long value) {
    int bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) {
      bucket++;
    }
    counts[bucket]++;
    sum += value < 0 ? 0 : value;
  }

  /** Adds all of {@code other}, which has the same bounds. */
  public void add(MapscopeBuckets other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    sum += other.sum;
  }
}
