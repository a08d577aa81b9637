package io.mapscope.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real Prometheus-compatible store, VictoriaMetrics, that takes OTLP over HTTP; on a free port of
 * the loopback interface.
 */
public final class MetricStore implements AutoCloseable {
  private static final Pattern VALUE = Pattern.compile("\"value\":\\[[0-9.]+,\"([^\"]+)\"\\]");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private MetricStore(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts a store whose data and output are in {@code directory}.
   *
   * @throws Tool.Missing when there is none for this machine
   */
  public static MetricStore start(Path directory) throws IOException, InterruptedException {
    final Path bin = Tool.installedBy("install-metric-stores");
    final String address = "127.0.0.1:" + freePort();
    final Process process =
        new ProcessBuilder(
                bin.resolve("victoria-metrics").toString(),
                "-storageDataPath=" + directory.resolve("metrics"),
                "-httpListenAddr=" + address,
                "-opentelemetry.usePrometheusNaming",
                "-search.latencyOffset=1ms",
                "-memory.allowedBytes=64MB")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("victoria-metrics.txt").toFile())
            .start();
    final MetricStore store = new MetricStore(process, "http://" + address);
    store.awaitReady();
    return store;
  }

  /** A port that nobody listens at just now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws InterruptedException {
    final Deadline deadline = Deadline.in(PATIENCE);
    while (!isReady()) {
      if (deadline.passed() || !process.isAlive()) {
        close();
        throw new AssertionError("VictoriaMetrics does not come up at " + address);
      }
      process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/health").equals("OK");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where metrics are to be sent to. */
  public String otlpMetricsEndpoint() {
    return address + "/opentelemetry/v1/metrics";
  }

  /** The store's answer to a PromQL query of the moment, as its API gives it. */
  public String query(String promQl) throws IOException, InterruptedException {
    return get("/api/v1/query?query=" + URLEncoder.encode(promQl, StandardCharsets.UTF_8));
  }

  /** The first value of the answer to {@code promQl}; NaN when there is none. */
  public double value(String promQl) throws IOException, InterruptedException {
    final Matcher matcher = VALUE.matcher(query(promQl));
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  /** Waits until the answer to {@code promQl} has a value of at least {@code least}. */
  public double awaitValue(String promQl, double least) throws IOException, InterruptedException {
    final Deadline deadline = Deadline.in(PATIENCE);
    double value = value(promQl);
    while (!(value >= least)) {
      if (deadline.passed()) {
        throw new AssertionError(
            promQl + " gave " + value + ", not " + least + ": " + query(promQl));
      }
      process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      value = value(promQl);
    }
    return value;
  }

  private String get(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
