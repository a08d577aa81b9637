package io.mapscope.runtime.collect;

import io.mapscope.profile.Latency;
import io.mapscope.profile.Quantiles;
import java.util.MapscopeBuckets;
import java.util.MapscopeOperation;
import java.util.MapscopeTiming;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;
import org.jspecify.annotations.Nullable;

/**
 * The sampled durations of one site: a histogram for writes, for compute operations, for their
 * functions and for the time from one operation of a thread to its next, each made at its first
 * sample. Values are kept to one per cent; a histogram grows with its longest value, to 30 KB at
 * most. Guarded by the ledger's monitor.
 */
final class LatencyAccount {
  private static final int SIGNIFICANT_DIGITS = 2;
  private static final double MEDIAN = 50;
  private static final double P99 = 99;

  /** From one operation of a thread to its next; beside the kinds of the recorder's samples. */
  private static final int BETWEEN = MapscopeTiming.KINDS;

  private final @Nullable AbstractHistogram[] histograms = new AbstractHistogram[BETWEEN + 1];

  private final MapscopeBuckets[] buckets = new MapscopeBuckets[BETWEEN + 1];

  LatencyAccount() {
    for (int kind = 0; kind < buckets.length; kind++) {
      buckets[kind] = new MapscopeBuckets(MapscopeBuckets.NANOS);
    }
  }

  void admit(MapscopeTiming.Sample sample) {
    admit(sample.kind, sample.nanos);
  }

  /** A thread took so long from one operation to its next. */
  void between(long nanos) {
    admit(BETWEEN, nanos);
  }

  private void admit(int kind, long nanos) {
    AbstractHistogram histogram = histograms[kind];
    if (histogram == null) {
      histogram = new IntCountsHistogram(SIGNIFICANT_DIGITS);
      histograms[kind] = histogram;
    }
    histogram.recordValue(nanos);
    buckets[kind].add(nanos);
  }

  /** The quantiles so far, and the exact count of recursions from {@code row}. */
  Latency figures(long[] row) {
    return new Latency(
        quantiles(MapscopeTiming.WRITE),
        quantiles(MapscopeTiming.COMPUTE),
        quantiles(MapscopeTiming.FUNCTION),
        quantiles(BETWEEN),
        row[MapscopeOperation.RECURSIONS]);
  }

  private @Nullable Quantiles quantiles(int kind) {
    AbstractHistogram histogram = histograms[kind];
    return histogram == null
        ? null
        : new Quantiles(
            histogram.getValueAtPercentile(MEDIAN),
            histogram.getValueAtPercentile(P99),
            histogram.getMaxValue(),
            histogram.getTotalCount(),
            Distributions.of(buckets[kind]));
  }
}
