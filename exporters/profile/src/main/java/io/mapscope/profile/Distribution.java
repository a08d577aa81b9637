package io.mapscope.profile;

import java.util.List;

/**
 * How values are spread, as a histogram with fixed bounds: cumulative since tracking began, so that
 * two of them can be subtracted and those of several maps added.
 *
 * @param counts values per bucket: those up to the first bound, then those above a bound and up to
 *     the next, and last those above them all; one more than there are bounds
 * @param sum of all values, in their unit
 */
public record Distribution(List<Long> counts, long sum) {

  /**
   * Upper bounds of durations, in nanoseconds: 100 ns to 10 s, two buckets per power of ten up to
   * 100 ms, one above.
   */
  public static final List<Long> NANOS_BOUNDS =
      List.of(
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
          10_000_000_000L);

  /** Upper bounds of sizes, in bytes: 256 B to 64 MB, by powers of four. */
  public static final List<Long> BYTES_BOUNDS =
      List.of(
          1L << 8, 1L << 10, 1L << 12, 1L << 14, 1L << 16, 1L << 18, 1L << 20, 1L << 22, 1L << 24,
          1L << 26);

  /** Checks that all figures are at least 0 and copies the list. */
  public Distribution {
    counts = List.copyOf(counts);
    for (long count : counts) {
      Require.nonNegative(count, "histogram.counts");
    }
    Require.nonNegative(sum, "histogram.sum");
  }

  /** All values together; stays at {@link Long#MAX_VALUE} when there are more. */
  public long count() {
    long all = 0;
    for (long count : counts) {
      all += count;
      all = all < 0 ? Long.MAX_VALUE : all;
    }
    return all;
  }
}
