package io.mapscope.runtime.start;

import io.mapscope.metrics.MetricPoints;
import io.mapscope.runtime.options.ListenAddress;
import io.mapscope.runtime.prometheus.PrometheusEndpoint;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the endpoint for Prometheus, if one is asked for. */
final class ScrapeWatch {
  private final @Nullable ListenAddress address;
  private @Nullable PrometheusEndpoint endpoint;

  ScrapeWatch(@Nullable ListenAddress address) {
    this.address = address;
  }

  /** Closes it again, if it is open; the collector has ended. */
  void close() throws IOException {
    PrometheusEndpoint open = endpoint;
    if (open != null) {
      open.close();
    }
  }

  /** On the agent's thread, once the application has started. */
  void start(Supplier<MetricPoints> points) {
    ListenAddress wanted = address;
    if (wanted == null) {
      return;
    }
    try {
      endpoint =
          PrometheusEndpoint.start(
              wanted, points, task -> AgentThreads.make(task, "mapscope-scrape"), AgentLog::say);
      if (wanted.port() == 0) {
        AgentLog.say("metrics for Prometheus are at " + endpoint.url());
      }
    } catch (IOException | RuntimeException problem) {
      AgentLog.say(
          "prometheus="
              + wanted.host()
              + ":"
              + wanted.port()
              + ": cannot listen there: "
              + problem.getMessage()
              + "; there is no endpoint, all else goes on");
    }
  }
}
