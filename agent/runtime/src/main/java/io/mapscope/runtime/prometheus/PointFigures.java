package io.mapscope.runtime.prometheus;

import io.mapscope.metrics.Metric;
import io.mapscope.metrics.MetricAttribute;
import io.mapscope.metrics.MetricPoint;
import io.mapscope.metrics.MetricPoints;
import io.mapscope.micrometer.Figure;
import io.mapscope.micrometer.Figure.Kind;
import io.mapscope.micrometer.Figure.Series;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue's points as the figures that meters are made of. */
final class PointFigures {
  private PointFigures() {}

  static List<Figure> of(MetricPoints points) {
    return points.all().stream().map(PointFigures::figure).toList();
  }

  private static Figure figure(MetricPoint point) {
    Metric metric = point.metric();
    MetricPoint.Histogram all = point.value() instanceof MetricPoint.Histogram h ? h : null;
    return new Figure(
        new Series(metric.metricName(), tags(point)),
        Kind.valueOf(metric.kind().name()),
        metric.unit(),
        metric.description(),
        all == null ? point.number() : Double.NaN,
        histogram(metric, all));
  }

  private static Figure.@Nullable Histogram histogram(
      Metric metric, MetricPoint.@Nullable Histogram all) {
    return all == null ? null : new Figure.Histogram(metric.bounds(), all.counts(), all.sum());
  }

  private static Tags tags(MetricPoint point) {
    Tags tags = Tags.empty();
    for (MetricAttribute attribute : point.metric().attributes()) {
      tags = tags.and(attribute.key(), String.valueOf(point.attributes().get(attribute)));
    }
    return tags;
  }
}
