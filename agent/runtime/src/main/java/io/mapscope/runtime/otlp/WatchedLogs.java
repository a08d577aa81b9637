package io.mapscope.runtime.otlp;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.Collection;

/** An exporter of findings whose deliveries are watched. */
final class WatchedLogs implements LogRecordExporter {

  private final LogRecordExporter exporter;
  private final DeliveryReport report;

  WatchedLogs(LogRecordExporter exporter, DeliveryReport report) {
    this.exporter = exporter;
    this.report = report;
  }

  @Override
  public CompletableResultCode export(Collection<LogRecordData> logs) {
    return report.watch(exporter.export(logs));
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
