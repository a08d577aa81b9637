package io.mapscope.runtime.otlp;

import io.mapscope.otel.OpenTelemetrySink;
import io.mapscope.otel.sink.TelemetrySink;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own OpenTelemetry SDK: set up by the standard settings, without traces, shutdown
 * hook, metrics of itself, or anything global. Its threads are daemons.
 */
final class OwnSdk implements Outlet {

  private static final String PROTOCOL = "otel.exporter.otlp.protocol";
  private static final String HTTP = "http/protobuf";
  private static final String NONE = "none";
  private static final long CLOSE_SECONDS = 5;
  private static final List<String> SIGNALS = List.of("metrics", "logs");

  private final OpenTelemetrySdk sdk;
  private final TelemetrySink sink;
  private final DeliveryReport metrics;
  private final DeliveryReport logs;

  private OwnSdk(
      OpenTelemetrySdk sdk, TelemetrySink sink, DeliveryReport metrics, DeliveryReport logs) {
    this.sdk = sdk;
    this.sink = sink;
    this.metrics = metrics;
    this.logs = logs;
  }

  /**
   * Starts the SDK, or says why it does not and gives null.
   *
   * @param endpoint instead of the one in the settings, or null
   */
  static @Nullable OwnSdk start(@Nullable String endpoint, String version, Consumer<String> log) {
    DeliveryReport metrics = new DeliveryReport("metrics", log);
    DeliveryReport logs = new DeliveryReport("findings", log);
    AutoConfiguredOpenTelemetrySdkBuilder builder =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .setServiceClassLoader(OwnSdk.class.getClassLoader())
            .setComponentLoader(new SdkComponents())
            .addPropertiesSupplier(() -> Map.of(PROTOCOL, HTTP))
            .addPropertiesCustomizer(settings -> overrides(settings, endpoint, log))
            .addResourceCustomizer((resource, settings) -> JvmResource.complete(resource, version))
            .addMetricExporterCustomizer(
                (exporter, settings) -> new OwnMetrics(quiet(exporter), metrics))
            .addLogRecordExporterCustomizer(
                (exporter, settings) -> new WatchedLogs(quiet(exporter), logs));
    try {
      OpenTelemetrySdk sdk = builder.build().getOpenTelemetrySdk();
      return new OwnSdk(sdk, new OpenTelemetrySink(sdk, version), metrics, logs);
    } catch (ConfigurationException mistake) {
      log.accept(
          "OpenTelemetry: nothing is exported, its settings cannot be used: "
              + mistake.getMessage());
      return null;
    }
  }

  /** Settings that hold whatever the user's say. */
  private static Map<String, String> overrides(
      ConfigProperties settings, @Nullable String endpoint, Consumer<String> log) {
    Map<String, String> overrides = new HashMap<>();
    overrides.put("otel.traces.exporter", NONE);
    overrides.put("otel.propagators", NONE);
    for (String signal : SIGNALS) {
      if (endpoint != null) {
        overrides.put("otel.exporter.otlp." + signal + ".endpoint", signalPath(endpoint, signal));
      }
      String protocol =
          settings.getString(
              "otel.exporter.otlp." + signal + ".protocol", settings.getString(PROTOCOL, HTTP));
      if (!protocol.equals(HTTP)) {
        overrides.put("otel." + signal + ".exporter", NONE);
        log.accept(
            "OpenTelemetry: Mapscope sends by http/protobuf only, but the protocol set for "
                + signal
                + " is "
                + protocol
                + "; they are not exported. Set OTEL_EXPORTER_OTLP_"
                + signal.toUpperCase(Locale.ROOT)
                + "_PROTOCOL=http/protobuf and the endpoint's HTTP port (4318 as a rule)");
      }
    }
    return overrides;
  }

  /** As the SDK would do with an endpoint for all signals. */
  private static String signalPath(String endpoint, String signal) {
    return endpoint + (endpoint.endsWith("/") ? "" : "/") + "v1/" + signal;
  }

  /** The same exporter without metrics of itself; the one it is made from has a client to end. */
  private static MetricExporter quiet(MetricExporter exporter) {
    if (!(exporter instanceof OtlpHttpMetricExporter http)) {
      return exporter;
    }
    MetricExporter quiet = http.toBuilder().setMeterProvider(MeterProvider.noop()).build();
    http.shutdown();
    return quiet;
  }

  private static LogRecordExporter quiet(LogRecordExporter exporter) {
    if (!(exporter instanceof OtlpHttpLogRecordExporter http)) {
      return exporter;
    }
    LogRecordExporter quiet = http.toBuilder().setMeterProvider(MeterProvider.noop()).build();
    http.shutdown();
    return quiet;
  }

  @Override
  public TelemetrySink sink() {
    return sink;
  }

  /** Sends what there is, unless the last delivery failed: then it would only keep the exit up. */
  @Override
  public void flush(Duration patience) {
    var metricsSent = metrics.isFailing() ? null : sdk.getSdkMeterProvider().forceFlush();
    var logsSent = logs.isFailing() ? null : sdk.getSdkLoggerProvider().forceFlush();
    long deadline = System.nanoTime() + patience.toNanos();
    if (metricsSent != null) {
      metricsSent.join(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (logsSent != null) {
      logsSent.join(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }
  }

  /** Ends the SDK's threads, and waits for that: the agent's jar is closed afterwards. */
  @Override
  public void close() {
    sink.close();
    sdk.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
  }
}
