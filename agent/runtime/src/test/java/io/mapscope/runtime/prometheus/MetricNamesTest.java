package io.mapscope.runtime.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.metrics.Metric;
import io.mapscope.metrics.MetricAttribute;
import io.mapscope.metrics.MetricKind;
import io.mapscope.metrics.MetricPoint;
import io.mapscope.metrics.MetricPoint.Histogram;
import io.mapscope.metrics.MetricPoint.Real;
import io.mapscope.metrics.MetricPoint.Value;
import io.mapscope.metrics.MetricPoint.Whole;
import io.mapscope.metrics.MetricPoints;
import io.mapscope.micrometer.MeterSet;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every metric of the catalogue has the name, the type and the labels in our exposition that it has
 * when it comes by OpenTelemetry: "Prometheus and OpenMetrics Compatibility", OpenTelemetry
 * specification, section "Metric metadata".
 */
final class MetricNamesTest {
  @Test
  void exposition_ofTheWholeCatalogue_hasTheNamesOfTheOpenTelemetryRoute() {
    List<MetricPoint> points = Arrays.stream(Metric.values()).map(MetricNamesTest::point).toList();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    MeterSet meters =
        new MeterSet(
            registry,
            () -> PointFigures.of(new MetricPoints(Instant.EPOCH, Instant.EPOCH, points)));
    assertThat(meters.update()).isTrue();

    Map<String, String> types =
        registry
            .scrape()
            .lines()
            .filter(line -> line.startsWith("# TYPE "))
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[2], words -> words[3]));

    assertThat(types)
        .isEqualTo(
            Arrays.stream(Metric.values())
                .collect(Collectors.toMap(MetricNamesTest::nameByOtlp, MetricNamesTest::type)));
    for (Metric metric : Metric.values()) {
      for (MetricAttribute attribute : metric.attributes()) {
        assertThat(registry.scrape().lines())
            .anyMatch(
                line ->
                    line.startsWith(nameByOtlp(metric))
                        && line.contains(attribute.key().replace('.', '_') + "=\""));
      }
    }
    meters.close();
  }

  private static MetricPoint point(Metric metric) {
    Map<MetricAttribute, String> attributes =
        metric.attributes().stream().collect(Collectors.toMap(Function.identity(), a -> "value"));
    return new MetricPoint(metric, attributes, value(metric));
  }

  private static Value value(Metric metric) {
    if (metric.kind() == MetricKind.HISTOGRAM) {
      return new Histogram(Collections.nCopies(metric.bounds().size() + 1, 1L), 1);
    }
    return metric.isReal() ? new Real(0.5) : new Whole(1);
  }

  private static String nameByOtlp(Metric metric) {
    String name = metric.metricName().replace('.', '_');
    String unit =
        switch (metric.unit()) {
          case "s" -> "_seconds";
          case "By" -> "_bytes";
          case "1" -> metric.kind() == MetricKind.GAUGE ? "_ratio" : "";
          default -> "";
        };
    return name + unit + (metric.kind() == MetricKind.COUNTER ? "_total" : "");
  }

  private static String type(Metric metric) {
    return switch (metric.kind()) {
      case COUNTER -> "counter";
      case UP_DOWN_COUNTER, GAUGE -> "gauge";
      case HISTOGRAM -> "histogram";
    };
  }
}
