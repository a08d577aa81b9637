package io.mapscope.runtime.otlp;

import io.mapscope.otel.OpenTelemetrySink;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/**
 * An exporter of Mapscope's own metrics and nothing else: what the SDK measures of itself does not
 * go to the user's backend.
 */
final class OwnMetrics implements MetricExporter {

  private final MetricExporter exporter;
  private final DeliveryReport report;

  OwnMetrics(MetricExporter exporter, DeliveryReport report) {
    this.exporter = exporter;
    this.report = report;
  }

  @Override
  public CompletableResultCode export(Collection<MetricData> metrics) {
    Collection<MetricData> own =
        metrics.stream()
            .filter(
                one -> one.getInstrumentationScopeInfo().getName().equals(OpenTelemetrySink.SCOPE))
            .toList();
    return own.isEmpty() ? CompletableResultCode.ofSuccess() : report.watch(exporter.export(own));
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return exporter.getAggregationTemporality(type);
  }

  @Override
  public Aggregation getDefaultAggregation(InstrumentType type) {
    return exporter.getDefaultAggregation(type);
  }

  /** Metrics are kept beyond the call while they are filtered, so they must not be reused. */
  @Override
  public MemoryMode getMemoryMode() {
    return MemoryMode.IMMUTABLE_DATA;
  }
}
