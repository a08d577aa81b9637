package io.mapscope.dashboards;

import io.mapscope.metrics.Metric;
import io.mapscope.metrics.MetricAttribute;
import io.mapscope.metrics.MetricKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the catalogue's metrics and attributes are called in Prometheus, by OpenTelemetry's
 * specification ({@code compatibility/prometheus_and_openmetrics.md}).
 */
final class PrometheusNames {
  private static final Map<String, String> UNITS =
      Map.of(
          Metric.Unit.SECONDS, "_seconds",
          Metric.Unit.BYTES, "_bytes",
          Metric.Unit.RATIO, "_ratio");

  private PrometheusNames() {}

  /** All names of series. */
  static Set<String> series() {
    Set<String> names = new TreeSet<>();
    for (Metric metric : Metric.values()) {
      String base = metric.metricName().replace('.', '_') + UNITS.getOrDefault(metric.unit(), "");
      if (metric.kind() == MetricKind.HISTOGRAM) {
        names.addAll(Set.of(base + "_bucket", base + "_sum", base + "_count"));
      } else {
        names.add(metric.kind() == MetricKind.COUNTER ? base + "_total" : base);
      }
    }
    return names;
  }

  /** All names of labels. */
  static Set<String> labels() {
    Set<String> names = new TreeSet<>();
    Arrays.stream(MetricAttribute.values()).forEach(it -> names.add(it.key().replace('.', '_')));
    return names;
  }
}
