package io.mapscope.profile;

import org.jspecify.annotations.Nullable;

/**
 * Sampled durations in nanoseconds.
 *
 * @param p50 half of the samples took at most this long
 * @param p99 99 of 100 samples took at most this long
 * @param max the longest sample
 * @param samples how many there were
 * @param histogram the same samples in buckets of {@link Distribution#NANOS_BOUNDS}, or null when
 *     it was not recorded
 */
public record Quantiles(
    long p50, long p99, long max, long samples, @Nullable Distribution histogram) {

  /** Checks that all are at least 0. */
  public Quantiles {
    Require.nonNegative(p50, "latencyNanos.p50");
    Require.nonNegative(p99, "latencyNanos.p99");
    Require.nonNegative(max, "latencyNanos.max");
    Require.nonNegative(samples, "latencyNanos.samples");
  }

  /** Quantiles alone. */
  public Quantiles(long p50, long p99, long max, long samples) {
    this(p50, p99, max, samples, null);
  }
}
