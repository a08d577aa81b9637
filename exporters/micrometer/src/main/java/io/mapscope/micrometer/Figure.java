package io.mapscope.micrometer;

import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of one metric at one moment.
 *
 * @param series which value
 * @param kind how it behaves in time
 * @param unit in UCUM: {@code s}, {@code By}, {@code 1}, or an annotation such as {@code {wait}}
 * @param description what is measured
 * @param value of a counter or gauge, else NaN
 * @param histogram of a histogram, else null
 */
public record Figure(
    Series series,
    Kind kind,
    String unit,
    String description,
    double value,
    @Nullable Histogram histogram) {

  /** What tells values apart: the metric's name and the attributes. */
  public record Series(String metric, Tags tags) {}

  /** How a value behaves in time. */
  public enum Kind {
    /** Never goes down. */
    COUNTER,
    /** A quantity that may be added over sites. */
    UP_DOWN_COUNTER,
    /** A figure of the moment. */
    GAUGE,
    /** Counts per bucket that never go down. */
    HISTOGRAM
  }

  /**
   * Counts per bucket.
   *
   * @param bounds upper bounds of the buckets, in the unit
   * @param counts values per bucket, not added up; one more than there are bounds
   * @param sum of all values, in the unit
   */
  public record Histogram(List<Double> bounds, List<Long> counts, double sum) {
    /** Copies the lists. */
    public Histogram {
      bounds = List.copyOf(bounds);
      counts = List.copyOf(counts);
    }

    /** All values together. */
    public long count() {
      return counts.stream().mapToLong(Long::longValue).sum();
    }
  }

  private static final String SECONDS = "s";

  /** Whether it is a duration; Micrometer has meters of its own for these. */
  boolean isDuration() {
    return unit.equals(SECONDS);
  }

  /** The unit as Micrometer and Prometheus spell it; null for counts of things. */
  @Nullable String baseUnit() {
    return switch (unit) {
      case SECONDS -> "seconds";
      case "By" -> "bytes";
      case "1" -> "ratio";
      default -> null;
    };
  }
}
