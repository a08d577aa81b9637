package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mapscope.dist.programs.Managed;
import io.mapscope.dist.programs.Waiting;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Tool;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent's own endpoint, as Prometheus sees it. */
final class PrometheusIT {
  private static final int TIMES = 20_000;
  private static final int THREADS = 4;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path directory;

  @Test
  void scrape_ofAProgramAtWork_hasItsCountsAndPleasesPromtool() throws Exception {
    Path loads = directory.resolve("loads.txt");
    String text;
    try (ChildJvm child =
        Programs.child(directory, Managed.class)
            .jvmFlags("-Xlog:class+load:file=" + loads)
            .agent("budget=off", "prometheus=0", "interval=200ms")
            .start()) {
      URI url = url(child);
      assertThat(url.getHost()).isEqualTo("127.0.0.1");
      try (LocalJmx program = LocalJmx.of(child, Managed.NAME)) {
        program.callOther(Managed.NAME, "work", TIMES);
      }
      text = awaitHits(url);
      child.terminate().assertExit(ChildResult.EXIT_SIGTERM);
    }
    assertThat(text)
        .contains(
            "mapscope_map_entries{mapscope_map_class=\"java.util.concurrent.ConcurrentHashMap\","
                + "mapscope_map_field=\""
                + Managed.class.getName()
                + ".SHARED\"")
        .contains("mapscope_agent_suppressed_errors_total 0.0\n");
    assertThat(text.lines().filter(line -> line.startsWith("# HELP ")))
        .allMatch(line -> line.split(" ", 4)[3].length() > 10);
    assertThat(promtool(text)).isEmpty();
  }

  /** Neither Micrometer nor we may set up java.util.logging before the application does. */
  @Test
  void endpoint_ofAnApplicationWithoutLogging_leavesTheLogManagerAlone() throws Exception {
    Path loads = directory.resolve("loads.txt");
    try (ChildJvm child =
        Programs.child(directory, Waiting.class)
            .jvmFlags("-Xlog:class+load:file=" + loads)
            .agent("prometheus=0", "interval=200ms")
            .start()) {
      assertThat(get(url(child))).contains("mapscope_agent_coverage_ratio 1.0\n");
      child.terminate().assertExit(ChildResult.EXIT_SIGTERM);
    }
    assertThat(Files.readString(loads))
        .contains("io.mapscope.shaded.micrometer.")
        .doesNotContain("java.util.logging.LogManager$");
  }

  @Test
  void start_portInUse_isSaidOnceAndAllElseGoesOn() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ChildJvm child =
            Programs.child(directory, Waiting.class)
                .agent("prometheus=" + taken.getLocalPort())
                .start()) {
      assertThat(child.awaitStderr("cannot listen there"))
          .contains("prometheus=127.0.0.1:" + taken.getLocalPort())
          .contains("there is no endpoint, all else goes on");
      ChildResult result = child.terminate().assertExit(ChildResult.EXIT_SIGTERM);
      assertThat(result.stderr().lines()).hasSize(1);
      assertThat(result.stdout()).contains("ready");
    }
  }

  private static URI url(ChildJvm child) throws InterruptedException {
    String line = child.awaitStderr("metrics for Prometheus are at ");
    return URI.create(line.substring(line.indexOf("http")));
  }

  private static String awaitHits(URI url) throws Exception {
    String wanted = "mapscope_outcome=\"hit\"} " + (double) (THREADS * TIMES) + "\n";
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    String text = get(url);
    while (!text.contains(wanted)) {
      assertThat(System.nanoTime()).as("no " + wanted + " in " + text).isLessThan(deadline);
      CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
          .join();
      text = get(url);
    }
    return text;
  }

  private static String get(URI url) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** What Prometheus' own checker has to say against the exposition. */
  private String promtool(String exposition) throws Exception {
    Path tools = tools();
    return run(
        new ProcessBuilder(tools.resolve("promtool").toString(), "check", "metrics")
            .redirectErrorStream(true),
        exposition);
  }

  private static Path tools() throws Exception {
    try {
      return Tool.installedBy("install-metric-stores");
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }

  private static String run(ProcessBuilder builder, String input) throws Exception {
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
