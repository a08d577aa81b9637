package io.mapscope.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue: the promised names, by the conventions, documented. */
final class MetricTest {

  /** Names that scripts and dashboards rely on: they may be added to, never changed. */
  private static final List<String> PROMISED =
      List.of(
          "mapscope.map.operations {operation} COUNTER",
          "mapscope.map.entries {entry} UP_DOWN_COUNTER",
          "mapscope.map.instances {map} UP_DOWN_COUNTER",
          "mapscope.map.contention.time s COUNTER",
          "mapscope.map.contention.count {wait} COUNTER",
          "mapscope.map.operation.duration s HISTOGRAM",
          "mapscope.map.allocated By COUNTER",
          "mapscope.map.resizes {resize} COUNTER",
          "mapscope.map.copy.duration s HISTOGRAM",
          "mapscope.map.serialization.duration s HISTOGRAM",
          "mapscope.map.serialization.size By HISTOGRAM",
          "mapscope.map.torn.reads {read} COUNTER",
          "mapscope.map.unsafe.accesses {access} COUNTER",
          "mapscope.map.compound.races {race} COUNTER",
          "mapscope.findings {finding} GAUGE",
          "mapscope.agent.overhead 1 GAUGE",
          "mapscope.agent.coverage 1 GAUGE",
          "mapscope.agent.dropped {record} COUNTER",
          "mapscope.agent.suppressed.errors {error} COUNTER");

  private static final List<MetricAttribute> MAP =
      List.of(MetricAttribute.MAP_CLASS, MetricAttribute.MAP_SITE, MetricAttribute.MAP_FIELD);

  @Test
  void catalogue_promisedNames_areAllThereWithUnitAndKind() {
    assertThat(Arrays.stream(Metric.values()))
        .extracting(metric -> metric.metricName() + " " + metric.unit() + " " + metric.kind())
        .doesNotHaveDuplicates()
        .containsAll(PROMISED);
  }

  @Test
  void names_ofMetricsAndAttributes_followTheConventions() {
    String name = "mapscope(\\.[a-z]+)+";
    for (Metric metric : Metric.values()) {
      assertThat(metric.metricName())
          .matches(name)
          .doesNotEndWith(".total")
          .doesNotContain("seconds", "bytes");
      assertThat(metric.description()).isNotBlank().doesNotEndWith(".");
      assertThat(metric.attributes()).isSorted();
    }
    for (MetricAttribute attribute : MetricAttribute.values()) {
      assertThat(attribute.key()).matches(name);
    }
  }

  @Test
  void bounds_ofHistograms_areInTheMetricsUnitAndRising() {
    assertThat(Metric.OPERATION_DURATION.bounds())
        .hasSameSizeAs(Distribution.NANOS_BOUNDS)
        .isSorted()
        .startsWith(1e-7)
        .endsWith(10.0);
    assertThat(Metric.SERIALIZATION_SIZE.bounds()).isSorted().startsWith(256.0);
    assertThat(Metric.OPERATIONS.bounds()).isEmpty();
  }

  @Test
  void docs_everyMetricAndAttribute_isThereAsTheCatalogueHasIt() throws Exception {
    String page = Files.readString(Path.of(System.getProperty("docs"), "metrics.md"));

    for (Metric metric : Metric.values()) {
      assertThat(page).contains(row(metric));
    }
    for (MetricAttribute attribute : MetricAttribute.values()) {
      assertThat(page).contains("| `" + attribute.key() + "` | " + attribute.description() + " |");
    }
  }

  private static String row(Metric metric) {
    List<String> own =
        metric.attributes().stream()
            .filter(attribute -> !MAP.contains(attribute))
            .map(attribute -> "`" + attribute.key() + "`")
            .toList();
    return String.join(
        " | ",
        "| `" + metric.metricName() + "`",
        metric.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "`" + metric.unit() + "`",
        metric.attributes().containsAll(MAP)
            ? Stream.concat(Stream.of("of maps"), own.stream()).collect(Collectors.joining(", "))
            : "none",
        metric.description() + " |");
  }
}
