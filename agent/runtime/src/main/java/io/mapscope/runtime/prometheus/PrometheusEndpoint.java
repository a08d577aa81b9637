package io.mapscope.runtime.prometheus;

import io.mapscope.metrics.MetricPoints;
import io.mapscope.micrometer.MeterSet;
import io.mapscope.runtime.options.ListenAddress;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What Prometheus gets at {@code /metrics}: the catalogue's points through Micrometer's registry.
 */
public final class PrometheusEndpoint implements AutoCloseable {
  private final PrometheusMeterRegistry registry;
  private final MeterSet meters;
  private final ScrapeServer server;

  private PrometheusEndpoint(
      ListenAddress address,
      Supplier<MetricPoints> points,
      ThreadFactory threads,
      Consumer<String> log)
      throws IOException {
    SilentLogging.install();
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters = new MeterSet(registry, () -> PointFigures.of(points.get()));
    server = ScrapeServer.start(address, this::scrape, threads, log);
  }

  /**
   * Listens from now on.
   *
   * @param threads makes the one thread, which is the agent's own
   * @throws IOException when nobody can listen there
   */
  public static PrometheusEndpoint start(
      ListenAddress address,
      Supplier<MetricPoints> points,
      ThreadFactory threads,
      Consumer<String> log)
      throws IOException {
    return new PrometheusEndpoint(address, points, threads, log);
  }

  /** The address to give to Prometheus. */
  public String url() {
    return server.url();
  }

  private String scrape() {
    meters.update();
    return registry.scrape();
  }

  @Override
  public void close() throws IOException {
    server.close();
    meters.close();
    registry.close();
  }
}
