package io.mapscope.metrics;

import java.util.List;
import java.util.Map;

/**
 * One value of one metric at one moment; immutable.
 *
 * @param metric of which metric
 * @param attributes a value for each of {@link Metric#attributes()}, in that order
 * @param value what was measured, of the sort that the metric has
 */
public record MetricPoint(Metric metric, Map<MetricAttribute, String> attributes, Value value) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** What a point holds. */
  public sealed interface Value permits Whole, Real, Histogram {}

  /** The value of a counter or gauge whose metric is not {@link Metric#isReal()}. */
  public record Whole(long value) implements Value {}

  /** The value of a counter or gauge whose metric is {@link Metric#isReal()}. */
  public record Real(double value) implements Value {}

  /**
   * The value of a histogram.
   *
   * @param counts values per bucket, not added up: one more than {@link Metric#bounds()}
   * @param sum of all values, in the metric's unit
   */
  public record Histogram(List<Long> counts, double sum) implements Value {

    /** Copies the list. */
    public Histogram {
      counts = List.copyOf(counts);
    }

    /** All values together. */
    public long count() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }
  }

  static double seconds(long nanos) {
    return nanos / NANOS_PER_SECOND;
  }

  /** The value of a counter or gauge. */
  public double number() {
    if (value instanceof Whole whole) {
      return whole.value();
    }
    if (value instanceof Real real) {
      return real.value();
    }
    throw new IllegalStateException(metric.metricName() + " is a histogram");
  }
}
