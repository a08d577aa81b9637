package io.mapscope.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapscope.metrics.Metric;
import io.mapscope.metrics.MetricPoint;
import io.mapscope.metrics.MetricPoint.Histogram;
import io.mapscope.metrics.MetricPoints;
import io.mapscope.otel.sink.FindingNews;
import io.mapscope.profile.Finding;
import io.mapscope.profile.FindingSamples;
import io.mapscope.profile.Report;
import io.mapscope.profile.ReportSamples;
import io.mapscope.profile.TraceRef;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Points and findings through the real SDK's instruments. */
final class OpenTelemetrySinkTest {
  private static final Report REPORT = ReportSamples.shop().withFindings(FindingSamples.shop());

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final InMemoryLogRecordExporter logs = InMemoryLogRecordExporter.create();
  private final OpenTelemetrySink sink =
      new OpenTelemetrySink(
          OpenTelemetrySdk.builder()
              .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
              .setLoggerProvider(
                  SdkLoggerProvider.builder()
                      .addLogRecordProcessor(SimpleLogRecordProcessor.create(logs))
                      .build())
              .build(),
          "1");

  @Test
  void publish_aFullReport_isEveryMetricWithItsUnit() {
    sink.publish(MetricPoints.of(REPORT));

    Collection<MetricData> metrics = reader.collectAllMetrics();
    for (Metric metric : Metric.values()) {
      assertThat(metrics)
          .filteredOn(data -> data.getName().equals(metric.metricName()))
          .singleElement()
          .satisfies(
              data -> {
                assertThat(data.getUnit()).isEqualTo(metric.unit());
                assertThat(data.getDescription()).isEqualTo(metric.description());
                assertThat(data.getInstrumentationScopeInfo().getName()).isEqualTo("io.mapscope");
              });
    }
  }

  @Test
  void publish_counters_areTheReportsSums() {
    sink.publish(MetricPoints.of(REPORT));

    assertThat(
            data(Metric.OPERATIONS).getLongSumData().getPoints().stream()
                .mapToLong(point -> point.getValue())
                .sum())
        .isEqualTo(REPORT.maps().stream().mapToLong(map -> map.operations().total()).sum());
    assertThat(data(Metric.OPERATIONS).getLongSumData().isMonotonic()).isTrue();
    assertThat(data(Metric.CONTENTION_TIME).getDoubleSumData().getPoints()).isNotEmpty();
  }

  @Test
  void publish_histograms_keepCountsBoundsAndSumAndAreNotDoubled() {
    MetricPoints points = MetricPoints.of(REPORT);
    sink.publish(points);
    sink.publish(points);

    for (MetricPoint point : points.of(Metric.OPERATION_DURATION)) {
      Histogram expected = (Histogram) point.value();
      HistogramPointData seen =
          data(Metric.OPERATION_DURATION).getHistogramData().getPoints().stream()
              .filter(one -> one.getAttributes().equals(PointAttributes.of(point.attributes())))
              .findFirst()
              .orElseThrow();
      assertThat(seen.getBoundaries()).isEqualTo(Metric.OPERATION_DURATION.bounds());
      assertThat(seen.getCounts()).isEqualTo(expected.counts());
      assertThat(seen.getSum()).isCloseTo(expected.sum(), within(expected.sum() * 1e-6));
    }
  }

  @Test
  void replay_moreValuesThanAtOnce_followWithTheNextPoints() {
    MetricPoint point =
        new MetricPoint(
            Metric.COPY_DURATION,
            Map.of(),
            new Histogram(many(ReplayedHistogram.MOST_AT_ONCE + 7L), 1));
    MetricPoints points = new MetricPoints(Instant.EPOCH, Instant.EPOCH, List.of(point));

    sink.publish(points);
    long first = copies();
    sink.publish(points);

    assertThat(first).isEqualTo(ReplayedHistogram.MOST_AT_ONCE);
    assertThat(copies()).isEqualTo(ReplayedHistogram.MOST_AT_ONCE + 7L);
  }

  private long copies() {
    return data(Metric.COPY_DURATION).getHistogramData().getPoints().iterator().next().getCount();
  }

  private static List<Long> many(long inTheFirst) {
    List<Long> counts =
        new ArrayList<>(Collections.nCopies(Metric.COPY_DURATION.bounds().size() + 1, 0L));
    counts.set(3, inTheFirst);
    return counts;
  }

  @Test
  void tell_aFinding_isAnEventWithTimeSeverityAndTrace() {
    Finding finding = REPORT.findings().get(0);
    Instant at = Instant.parse("2026-03-04T12:00:00Z");
    sink.tell(
        new FindingNews(
            at,
            "appeared",
            finding,
            REPORT.maps().get(0),
            new TraceRef("0123456789abcdef0123456789abcdef", "0123456789abcdef")));

    LogRecordData event = logs.getFinishedLogRecordItems().get(0);
    assertThat(event.getEventName()).isEqualTo("mapscope.finding");
    assertThat(event.getTimestampEpochNanos()).isEqualTo(at.getEpochSecond() * 1_000_000_000);
    assertThat(event.getSeverity().name()).startsWith(finding.severity().name().substring(0, 4));
    assertThat(event.getSpanContext().getTraceId()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(event.getAttributes().get(AttributeKey.stringKey("mapscope.rule")))
        .isEqualTo(finding.rule());
    assertThat(event.getAttributes().get(AttributeKey.stringKey("mapscope.map.field")))
        .isEqualTo(REPORT.maps().get(0).site().field());
  }

  @Test
  void close_afterwards_nothingIsObserved() {
    sink.publish(MetricPoints.of(REPORT));
    sink.close();

    assertThat(reader.collectAllMetrics())
        .noneMatch(data -> data.getName().equals(Metric.OPERATIONS.metricName()));
  }

  private MetricData data(Metric metric) {
    return reader.collectAllMetrics().stream()
        .filter(data -> data.getName().equals(metric.metricName()))
        .findFirst()
        .orElseThrow();
  }
}
