package io.mapscope.otel;

import io.mapscope.metrics.MetricPoints;
import io.mapscope.otel.sink.FindingNews;
import io.mapscope.otel.sink.TelemetrySink;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/**
 * Metrics and findings into any {@link OpenTelemetry}, under the instrumentation scope {@value
 * #SCOPE}. The user's views, readers and exporters apply.
 */
public final class OpenTelemetrySink implements TelemetrySink {

  /** Name of the scope of all that comes from Mapscope. */
  public static final String SCOPE = "io.mapscope";

  private final Instruments instruments;
  private final FindingLog findings;

  /**
   * Registers the instruments.
   *
   * @param version of Mapscope, shown as the scope's
   */
  public OpenTelemetrySink(OpenTelemetry openTelemetry, String version) {
    instruments =
        new Instruments(
            openTelemetry
                .getMeterProvider()
                .meterBuilder(SCOPE)
                .setInstrumentationVersion(version)
                .build());
    findings =
        new FindingLog(
            openTelemetry
                .getLogsBridge()
                .loggerBuilder(SCOPE)
                .setInstrumentationVersion(version)
                .build());
  }

  /**
   * A sink into the global {@link OpenTelemetry} that this class's loader sees, or null when there
   * is none but the one that does nothing. Never sets it.
   */
  public static @Nullable TelemetrySink ofGlobal(String version) {
    OpenTelemetry global = GlobalOpenTelemetry.getOrNoop();
    return global == OpenTelemetry.noop() ? null : new OpenTelemetrySink(global, version);
  }

  @Override
  public void publish(MetricPoints points) {
    instruments.publish(points);
  }

  @Override
  public void tell(FindingNews news) {
    findings.tell(news);
  }

  @Override
  public void close() {
    instruments.close();
  }
}
