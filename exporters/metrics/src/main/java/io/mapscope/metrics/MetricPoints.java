package io.mapscope.metrics;

import io.mapscope.profile.Report;
import java.time.Instant;
import java.util.List;

/**
 * All points of one report; immutable.
 *
 * @param start when the cumulative ones began to count
 * @param at when the figures were taken
 * @param all the points; a metric without any figure has none
 */
public record MetricPoints(Instant start, Instant at, List<MetricPoint> all) {

  /** Copies the list. */
  public MetricPoints {
    all = List.copyOf(all);
  }

  /**
   * The points of a report by itself. For reports that follow each other use one {@link
   * MetricFeed}: it keeps series from going back.
   */
  public static MetricPoints of(Report report) {
    return new MetricFeed().next(report);
  }

  /** The points of one metric. */
  public List<MetricPoint> of(Metric metric) {
    return all.stream().filter(point -> point.metric() == metric).toList();
  }
}
