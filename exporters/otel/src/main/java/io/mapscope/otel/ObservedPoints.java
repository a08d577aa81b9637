package io.mapscope.otel;

import io.mapscope.metrics.Metric;
import io.mapscope.metrics.MetricKind;
import io.mapscope.metrics.MetricPoint;
import io.mapscope.metrics.MetricPoints;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The latest points of the metrics that are observed when a reader asks: all but the histograms.
 *
 * <p>{@link #set} is called by one thread of the agent's, the others by the threads of whatever
 * readers there are: they see one complete set.
 */
final class ObservedPoints {

  /** A point whose attributes are OpenTelemetry's already: readers may ask often. */
  private record Observed(Attributes attributes, double value) {}

  private volatile Map<Metric, List<Observed>> latest = Map.of();

  void set(MetricPoints points) {
    Map<Metric, List<Observed>> observed = new EnumMap<>(Metric.class);
    for (MetricPoint point : points.all()) {
      if (point.metric().kind() != MetricKind.HISTOGRAM) {
        observed
            .computeIfAbsent(point.metric(), metric -> new ArrayList<>())
            .add(new Observed(PointAttributes.of(point.attributes()), point.number()));
      }
    }
    latest = observed;
  }

  void clear() {
    latest = Map.of();
  }

  void observe(Metric metric, ObservableLongMeasurement measurement) {
    for (Observed point : latest.getOrDefault(metric, List.of())) {
      measurement.record((long) point.value(), point.attributes());
    }
  }

  void observe(Metric metric, ObservableDoubleMeasurement measurement) {
    for (Observed point : latest.getOrDefault(metric, List.of())) {
      measurement.record(point.value(), point.attributes());
    }
  }
}
