package io.mapscope.runtime.otlp;

import io.mapscope.otel.sink.TelemetrySink;
import java.time.Duration;

/** A way to OpenTelemetry that is open. */
interface Outlet extends AutoCloseable {

  TelemetrySink sink();

  /** Brings out what has been handed in; gives up after {@code patience}. */
  void flush(Duration patience);

  @Override
  void close();
}
