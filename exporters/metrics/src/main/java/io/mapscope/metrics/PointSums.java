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
import java.util.Set;

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
    long[] one = {figure};
    addTo(cell(metric, attributes, one), one);
  }

  void add(Metric metric, Map<MetricAttribute, String> attributes, Distribution figures) {
    long[] all = new long[figures.counts().size() + 1];
    Arrays.setAll(all, i -> i < figures.counts().size() ? figures.counts().get(i) : figures.sum());
    addTo(cell(metric, attributes, all), all);
  }

  /** Adds all of {@code more}. */
  void add(PointSums more) {
    more.forEach(
        (metric, attributes, figures) -> addTo(cell(metric, attributes, figures), figures));
  }

  /** Takes all of {@code less} away, down to 0: it may be a little ahead for an interval. */
  void subtract(PointSums less) {
    less.forEach(
        (metric, attributes, figures) -> {
          long[] is = cell(metric, attributes, figures);
          Arrays.setAll(is, i -> Math.max(0, is[i] - figures[i]));
        });
  }

  /** The cumulative figures that stand under the name of {@code site}. */
  PointSums ofSite(Map<MetricAttribute, String> site) {
    PointSums some = new PointSums();
    forEach(
        (metric, attributes, figures) -> {
          if (isCumulative(metric) && Attributes.siteOf(attributes).equals(site)) {
            addTo(some.cell(metric, attributes, figures), figures);
          }
        });
    return some;
  }

  /** The same figures, all under the name of {@code site}. */
  PointSums renamed(Map<MetricAttribute, String> site) {
    PointSums renamed = new PointSums();
    forEach(
        (metric, attributes, figures) -> {
          Map<MetricAttribute, String> name = Attributes.renamed(attributes, site);
          addTo(renamed.cell(metric, name, figures), figures);
        });
    return renamed;
  }

  /**
   * Takes care that nothing cumulative is less than it was in {@code earlier}, and that a finding
   * which stood there is told to be gone; not of sites that have {@code lost} their names since.
   * Figures are read while threads write them, so a sum may be a little behind the last one for an
   * interval.
   */
  void continueFrom(PointSums earlier, Set<Map<MetricAttribute, String>> lost) {
    earlier.forEach(
        (metric, attributes, was) -> {
          if (!lost.isEmpty() && lost.contains(Attributes.siteOf(attributes))) {
            return;
          }
          if (metric == Metric.FINDINGS) {
            cell(metric, attributes, was);
          } else if (isCumulative(metric)) {
            long[] is = cell(metric, attributes, was);
            Arrays.setAll(is, i -> Math.max(is[i], was[i]));
          }
        });
  }

  private interface Figures {
    void of(Metric metric, Map<MetricAttribute, String> attributes, long[] figures);
  }

  private void forEach(Figures one) {
    sums.forEach(
        (metric, points) ->
            points.forEach((attributes, figures) -> one.of(metric, attributes, figures)));
  }

  private static boolean isCumulative(Metric metric) {
    return metric.kind() == MetricKind.COUNTER || metric.kind() == MetricKind.HISTOGRAM;
  }

  /** The figures of that name so far, as many as {@code like} has. */
  private long[] cell(Metric metric, Map<MetricAttribute, String> attributes, long[] like) {
    return sums.computeIfAbsent(metric, m -> new LinkedHashMap<>())
        .computeIfAbsent(attributes, a -> new long[like.length]);
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
    forEach(
        (metric, attributes, figures) ->
            points.add(new MetricPoint(metric, attributes, value(metric, figures))));
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
