package io.mapscope.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real OpenTelemetry Collector, on free ports of the loopback interface. */
public final class OtelCollector implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 100;

  /** Takes both protocols and prints all it gets. */
  private static final String PRINTING =
      """
      receivers:
        otlp:
          protocols:
            grpc: {endpoint: '127.0.0.1:${env:MAPSCOPE_OTLP_GRPC_PORT}'}
            http: {endpoint: '127.0.0.1:${env:MAPSCOPE_OTLP_HTTP_PORT}'}
      exporters: {debug: {verbosity: detailed}}
      service:
        pipelines:
          metrics: {receivers: [otlp], exporters: [debug]}
          logs: {receivers: [otlp], exporters: [debug]}
      """;

  /** Its own metrics would take a port that is not free. */
  private static final String QUIET = "service: {telemetry: {metrics: {level: none}}}\n";

  private final Process process;
  private final Path log;
  private final int grpcPort;
  private final int httpPort;

  private OtelCollector(Process process, Path log, int grpcPort, int httpPort) {
    this.process = process;
    this.log = log;
    this.grpcPort = grpcPort;
    this.httpPort = httpPort;
  }

  /**
   * Starts one that prints what it gets, see {@link #printed}.
   *
   * @throws Tool.Missing when there is none for this machine
   */
  public static OtelCollector printing(Path directory) throws IOException, InterruptedException {
    return start(
        directory, Files.writeString(directory.resolve("collector.yaml"), PRINTING), Map.of());
  }

  /**
   * Starts one with a configuration that takes its ports from MAPSCOPE_OTLP_GRPC_PORT and
   * MAPSCOPE_OTLP_HTTP_PORT.
   *
   * @throws Tool.Missing when there is none for this machine
   */
  public static OtelCollector start(Path directory, Path config, Map<String, String> environment)
      throws IOException, InterruptedException {
    final String program = Tool.installedBy("install-otel-collector").toString();
    final Path quiet = Files.writeString(directory.resolve("collector-quiet.yaml"), QUIET);
    final Path log = directory.resolve("collector.txt");
    final int grpcPort = MetricStore.freePort();
    final int httpPort = MetricStore.freePort();
    final List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of("--config", config.toString(), "--config", quiet.toString()));
    final ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("MAPSCOPE_OTLP_GRPC_PORT", Integer.toString(grpcPort));
    builder.environment().put("MAPSCOPE_OTLP_HTTP_PORT", Integer.toString(httpPort));
    final OtelCollector collector = new OtelCollector(builder.start(), log, grpcPort, httpPort);
    collector.awaitReady();
    return collector;
  }

  private void awaitReady() throws IOException, InterruptedException {
    final Deadline deadline = Deadline.in(PATIENCE);
    while (!listens(grpcPort) || !listens(httpPort)) {
      if (deadline.passed() || process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        close();
        throw new AssertionError("the Collector does not come up: " + printed());
      }
    }
  }

  private static boolean listens(int port) {
    try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return connected.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where to send by gRPC. */
  public String grpcEndpoint() {
    return "http://127.0.0.1:" + grpcPort;
  }

  /** Where to send by HTTP. */
  public String httpEndpoint() {
    return "http://127.0.0.1:" + httpPort;
  }

  /** What it has written so far. */
  public String printed() throws IOException {
    return Files.readString(log);
  }

  /** Ends it and gives all that it has written. */
  public String stop() throws IOException, InterruptedException {
    process.destroy();
    process.waitFor();
    return printed();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
