package io.mapscope.metrics;

import io.mapscope.metrics.MetricPoint.Histogram;
import io.mapscope.metrics.MetricPoint.Real;
import io.mapscope.metrics.MetricPoint.Value;
import io.mapscope.metrics.MetricPoint.Whole;
import io.mapscope.profile.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Points under construction: figures of the same metric and attributes are added up, as integers
 * (nanoseconds, bytes, counts), so that nothing is lost by rounding. A sum that would exceed {@link
 * Long#MAX_VALUE} stays there. Confined to one thread.
 */
final class PointSums {

  /** One figure; of a histogram the counts of its buckets and then the sum. */
  private final Map<Metric, Map<Map<MetricAttribute, String>, long[]>> sums =
      new EnumMap<>(Metric.class);

  void add(Metric metric, Map<MetricAttribute, String> attributes, long figure) {
    addTo(cell(metric, attributes, 1), new long[] {figure});
  }

  void add(Metric metric, Map<MetricAttribute, String> attributes, Distribution figures) {
    long[] all = new long[figures.counts().size() + 1];
    Arrays.setAll(all, i -> i < figures.counts().size() ? figures.counts().get(i) : figures.sum());
    addTo(cell(metric, attributes, all.length), all);
  }

  /**
   * Takes care that nothing cumulative is less than it was in {@code earlier}, and that a finding
   * which stood there is told to be gone. Figures are read while threads write them, so a sum may
   * be a little behind the last one for an interval.
   */
  void continueFrom(PointSums earlier) {
    earlier.sums.forEach(
        (metric, points) ->
            points.forEach(
                (attributes, was) -> {
                  if (metric == Metric.FINDINGS) {
                    cell(metric, attributes, was.length);
                  } else if (isCumulative(metric)) {
                    long[] is = cell(metric, attributes, was.length);
                    Arrays.setAll(is, i -> Math.max(is[i], was[i]));
                  }
                }));
  }

  private static boolean isCumulative(Metric metric) {
    return metric.kind() == MetricKind.COUNTER || metric.kind() == MetricKind.HISTOGRAM;
  }

  private long[] cell(Metric metric, Map<MetricAttribute, String> attributes, int length) {
    return sums.computeIfAbsent(metric, m -> new LinkedHashMap<>())
        .computeIfAbsent(attributes, a -> new long[length]);
  }

  private static void addTo(long[] sums, long[] more) {
    Arrays.setAll(
        sums,
        i -> {
          long sum = sums[i] + more[i];
          return sum < 0 ? Long.MAX_VALUE : sum;
        });
  }

  /** The points so far, in the order of the catalogue. */
  List<MetricPoint> points() {
    List<MetricPoint> points = new ArrayList<>();
    sums.forEach(
        (metric, cells) ->
            cells.forEach(
                (attributes, figures) ->
                    points.add(new MetricPoint(metric, attributes, value(metric, figures)))));
    return points;
  }

  private static Value value(Metric metric, long[] figures) {
    if (metric.kind() == MetricKind.HISTOGRAM) {
      int buckets = figures.length - 1;
      long sum = figures[buckets];
      return new Histogram(
          Arrays.stream(figures, 0, buckets).boxed().toList(),
          metric.isReal() ? MetricPoint.seconds(sum) : sum);
    }
    return metric.isReal() ? new Real(MetricPoint.seconds(figures[0])) : new Whole(figures[0]);
  }
}
