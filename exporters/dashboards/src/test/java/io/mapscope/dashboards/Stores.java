package io.mapscope.dashboards;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Prometheus with our rules, and a vmagent that takes OTLP over HTTP and writes into it; Debian's
 * Prometheus takes none. The programs come from {@code test-apps/tools/install-metric-stores}.
 */
final class Stores implements AutoCloseable {
  private static final Path INSTALLER =
      Path.of("..", "..", "test-apps", "tools", "install-metric-stores");
  private static final Path RULES = Path.of("prometheus", "mapscope-rules.yml");
  private static final Path RELABEL = Path.of("victoria-metrics", "relabel.yml");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String LOCAL = "127.0.0.1:";

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> processes = new ArrayList<>();
  private final Path programs;
  private final Path directory;
  private final int prometheus;
  private final int vmagent;

  private Stores(Path programs, Path directory) throws IOException {
    this.programs = programs;
    this.directory = directory;
    this.prometheus = freePort();
    this.vmagent = freePort();
  }

  /**
   * Where the programs are; installs them if they are missing. Where that cannot be done CI fails,
   * and everybody else is told what is not tested.
   */
  static Path programs() throws Exception {
    Process installer =
        new ProcessBuilder(INSTALLER.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(installer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (installer.waitFor() == 0) {
      return Path.of(printed.trim());
    }
    String problem =
        INSTALLER + " failed, see above: dashboards and rules are NOT tried in a store";
    System.err.println("### " + problem);
    assumeTrue("true".equals(System.getenv("CI")), problem);
    throw new IllegalStateException(problem);
  }

  static Stores start(Path directory) throws Exception {
    Stores stores = new Stores(programs(), directory);
    try {
      stores.startPrometheus();
      stores.startVmagent();
      return stores;
    } catch (Exception e) {
      stores.close();
      throw e;
    }
  }

  /** The rules as they ship, but evaluated every second. */
  private void startPrometheus() throws Exception {
    String rules = Files.readString(RULES);
    Files.writeString(
        directory.resolve("rules.yml"), rules.replace("interval: 30s", "interval: 1s"));
    Path config =
        Files.writeString(
            directory.resolve("prometheus.yml"),
            "global: {evaluation_interval: 1s}\nrule_files: [rules.yml]\n");
    run(
        "prometheus",
        "--config.file=" + config,
        "--storage.tsdb.path=" + directory.resolve("prometheus"),
        "--web.listen-address=" + LOCAL + prometheus,
        "--web.enable-remote-write-receiver");
    await("http://" + LOCAL + prometheus + "/-/ready");
  }

  private void startVmagent() throws Exception {
    run(
        "vmagent",
        "-remoteWrite.url=http://" + LOCAL + prometheus + "/api/v1/write",
        "-remoteWrite.tmpDataPath=" + directory.resolve("vmagent"),
        "-remoteWrite.relabelConfig=" + RELABEL.toAbsolutePath(),
        "-remoteWrite.flushInterval=1s",
        "-httpListenAddr=" + LOCAL + vmagent,
        "-opentelemetry.usePrometheusNaming");
    await("http://" + LOCAL + vmagent + "/health");
  }

  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    File log = directory.resolve(program + ".log").toFile();
    processes.add(
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start());
  }

  /** Where JVMs send metrics to. */
  String otlpEndpoint() {
    return "http://" + LOCAL + vmagent + "/opentelemetry/v1/metrics";
  }

  /** The series that a query returns now; an error of the query fails. */
  JsonNode query(String expression) throws Exception {
    String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    String answer = get("http://" + LOCAL + prometheus + "/api/v1/query?query=" + encoded);
    JsonNode json = new ObjectMapper().readTree(answer);
    if (!json.get("status").asText().equals("success")) {
      throw new AssertionError(expression + ": " + answer);
    }
    return json.at("/data/result");
  }

  /** The series that a query returns as soon as there are so many. */
  JsonNode await(String expression, int series) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    JsonNode result = query(expression);
    while (result.size() < series) {
      if (System.nanoTime() > end) {
        throw new AssertionError(expression + ": expected " + series + " series, found " + result);
      }
      TimeUnit.MILLISECONDS.sleep(250);
      result = query(expression);
    }
    return result;
  }

  private void await(String url) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!answers(url)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(url + " does not answer");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean answers(String url) throws InterruptedException {
    try {
      return http.send(request(url), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private String get(String url) throws Exception {
    return http.send(request(url), BodyHandlers.ofString()).body();
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> kill(process)).join();
    }
  }

  private static Process kill(Process process) {
    return process.destroyForcibly();
  }
}
