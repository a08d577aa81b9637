package io.mapscope.runtime.otlp;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.internal.OtlpLogRecordExporterProvider;
import io.opentelemetry.exporter.otlp.internal.OtlpMetricExporterProvider;
import io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider;
import io.opentelemetry.sdk.autoconfigure.EnvironmentResourceProvider;
import io.opentelemetry.sdk.autoconfigure.ServiceInstanceIdResourceProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.util.List;
import java.util.Map;

/**
 * The parts that the SDK may be made of, by name instead of by META-INF/services: the agent's jar
 * has none, and what lies on the application's class path is none of ours.
 *
 * <p>They come to know the SDK, and with it the HTTP client, hence nothing static may hold them: on
 * JDK 25 the common cleaner keeps the inside of a closed client with its last request, a class of
 * ours, until the client itself ({@code HttpClientFacade}) is garbage. A way from that class back
 * to the client would keep all of them for good.
 */
final class SdkComponents implements ComponentLoader {

  private final Map<Class<?>, List<?>> parts =
      Map.of(
          ConfigurableMetricExporterProvider.class, List.of(new OtlpMetricExporterProvider()),
          ConfigurableLogRecordExporterProvider.class, List.of(new OtlpLogRecordExporterProvider()),
          HttpSenderProvider.class, List.of(new JdkHttpSenderProvider()),
          ResourceProvider.class,
              List.of(new EnvironmentResourceProvider(), new ServiceInstanceIdResourceProvider()));

  @Override
  public <T> Iterable<T> load(Class<T> type) {
    return parts.getOrDefault(type, List.of()).stream().map(type::cast).toList();
  }
}
