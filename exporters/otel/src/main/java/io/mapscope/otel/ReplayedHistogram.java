package io.mapscope.otel;

import io.mapscope.metrics.MetricAttribute;
import io.mapscope.metrics.MetricPoint;
import io.mapscope.metrics.MetricPoint.Histogram;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings histograms that are there already into OpenTelemetry, whose API takes single values only:
 * for every value that came on top one is recorded which lies in the same bucket, chosen so that
 * the sum is right, too. Counts per bucket are exact where the reader keeps our bounds (they are
 * advised); what a reader makes of other bounds is as good as ours are fine.
 *
 * <p>Used by one thread. At most {@link #MOST_AT_ONCE} values are recorded at a time, at some 0.1
 * us each; the rest follows with the next points.
 */
final class ReplayedHistogram {

  static final int MOST_AT_ONCE = 100_000;

  /** How far values beyond the last bound are taken to lie, in bounds. */
  private static final double BEYOND_LAST = 10;

  private final List<Double> bounds;
  private final DoubleHistogram target;
  private final Map<Map<MetricAttribute, String>, Recorded> recorded = new HashMap<>();

  /** What has been recorded of one point's values. */
  private static final class Recorded {
    private final Attributes attributes;
    private final long[] counts;
    private double sum;

    Recorded(Attributes attributes, int buckets) {
      this.attributes = attributes;
      this.counts = new long[buckets];
    }
  }

  ReplayedHistogram(List<Double> bounds, DoubleHistogram target) {
    this.bounds = bounds;
    this.target = target;
  }

  void replay(List<MetricPoint> points) {
    long left = MOST_AT_ONCE;
    for (MetricPoint point : points) {
      Recorded before =
          recorded.computeIfAbsent(
              point.attributes(),
              attributes -> new Recorded(PointAttributes.of(attributes), bounds.size() + 1));
      left -= replay((Histogram) point.value(), before, left);
    }
  }

  /** Records what came on top of {@code before}, at most {@code left} values; returns how many. */
  private long replay(Histogram now, Recorded before, long left) {
    double place = place(now, before);
    long all = 0;
    for (int bucket = 0; bucket < before.counts.length; bucket++) {
      long more = Math.min(now.counts().get(bucket) - before.counts[bucket], left - all);
      double value = low(bucket) + place * (high(bucket) - low(bucket));
      for (long i = 0; i < more; i++) {
        target.record(value, before.attributes);
      }
      if (more > 0) {
        before.counts[bucket] += more;
        before.sum += more * value;
        all += more;
      }
    }
    return all;
  }

  /** How far up in their buckets, from 0 to 1, the new values must lie to have the right sum. */
  private double place(Histogram now, Recorded before) {
    double least = 0;
    double span = 0;
    for (int bucket = 0; bucket < before.counts.length; bucket++) {
      long more = now.counts().get(bucket) - before.counts[bucket];
      least += more * low(bucket);
      span += more * (high(bucket) - low(bucket));
    }
    double sum = now.sum() - before.sum;
    return span <= 0 ? 1 : Math.max(Double.MIN_NORMAL, Math.min(1, (sum - least) / span));
  }

  /** A little above the bound below: a value on a bound belongs to the bucket that it ends. */
  private double low(int bucket) {
    return bucket == 0 ? 0 : Math.nextUp(bounds.get(bucket - 1));
  }

  private double high(int bucket) {
    return bucket < bounds.size()
        ? bounds.get(bucket)
        : bounds.get(bounds.size() - 1) * BEYOND_LAST;
  }
}
