package io.mapscope.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /actuator/prometheus} of a real Spring Boot application tells about its maps. */
final class ActuatorIT {
  private static final int REQUESTS = 8;
  private static final int ORDERS = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** What a quiet agent says of itself. */
  private static final List<String> ABOUT_THE_AGENT =
      List.of(
          "mapscope_agent_suppressed_errors_total{application=\"orders\"} 0.0",
          "mapscope_agent_coverage_ratio{application=\"orders\"} 1.0");

  private static final String HITS = ".*_operations_total\\{.*outcome=\"hit\".*";
  private static final String PUTS = ".*_operations_total\\{.*operation=\"put\".*";
  private static final String ENTRIES = "mapscope_map_entries\\{.*";
  private static final String INSTANCES = "mapscope_map_instances\\{.*";
  private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
  private static final Pattern VALUE = Pattern.compile("\\} (\\S+)$");

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir private Path directory;

  @Test
  void scrape_requestsFromManyThreads_countsEveryOperation() throws Exception {
    Assumptions.assumeTrue(EndToEnd.agentOn(), "only the agent has figures");
    ChildResult result;
    try (ChildJvm child = application().agent("budget=off", "interval=500ms").start()) {
      URI base = base(child);
      awaitScrape(base, ActuatorIT::hasMoreSitesThanNames);
      placeOrders(base);
      String named = awaitScrape(base, new Settled());
      assertThat(placeOrders(base)).isEqualTo((long) REQUESTS * ORDERS);

      double hits = ofOrders(named, HITS) + REQUESTS * ORDERS;
      double puts = ofOrders(named, PUTS) + REQUESTS * ORDERS;
      String scrape =
          awaitScrape(
              base,
              text ->
                  isComplete(text) && ofOrders(text, HITS) >= hits && ofOrders(text, PUTS) >= puts);
      assertThat(ofOrders(scrape, HITS)).isEqualTo(hits);
      assertThat(ofOrders(scrape, PUTS)).isEqualTo(puts);
      assertThat(ofOrders(scrape, ENTRIES)).isEqualTo(1_000);
      assertThat(ofOrders(scrape, INSTANCES)).isEqualTo(1);
      assertThat(scrape).contains("# TYPE mapscope_map_operations_total counter");
      result = child.terminate();
    }
    result.assertExit(ChildResult.EXIT_SIGTERM).assertQuiet();
  }

  @Test
  void meters_agentAbsentThenAttached_appearWithIt() throws Exception {
    Assumptions.assumeTrue(EndToEnd.agentOn(), "only the agent has figures");
    try (ChildJvm child =
        application()
            .jvmFlags(
                "-XX:+EnableDynamicAgentLoading",
                "-Dlogging.level.io.mapscope.micrometer=debug",
                "-Dmapscope.interval=500ms")
            .start()) {
      URI base = base(child);
      child.awaitStdout("there is no Mapscope agent in this JVM");
      assertThat(scrape(base)).contains("jvm_").doesNotContain("mapscope_");

      VirtualMachine machine = VirtualMachine.attach(Long.toString(child.pid()));
      machine.loadAgent(EndToEnd.agentJar().toString());
      machine.detach();

      awaitScrape(base, text -> placeOrders(base) > 0 && ofOrders(text, HITS) >= REQUESTS * ORDERS);
      child.terminate().assertExit(ChildResult.EXIT_SIGTERM);
    }
  }

  private ChildJvmBuilder application() {
    return ChildJvm.builder(directory, OrdersApplication.class.getName());
  }

  private static URI base(ChildJvm child) throws InterruptedException {
    Matcher port = PORT.matcher(child.awaitStdout("started on port "));
    assertThat(port.find()).isTrue();
    child.awaitStdout("Started OrdersApplication");
    return URI.create("http://127.0.0.1:" + port.group(1));
  }

  /** The operations that the application itself says it has done, of each kind. */
  private long placeOrders(URI base) {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/orders?count=" + ORDERS))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    for (int i = 0; i < REQUESTS; i++) {
      answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    return answers.stream().mapToLong(answer -> Long.parseLong(answer.join().body())).sum();
  }

  private String scrape(URI base) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/actuator/prometheus")).build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** The maps of the start have all the names then, and a map that comes later must get one. */
  private static boolean hasMoreSitesThanNames(String scrape) {
    return scrape.contains("map_site=\"other\"");
  }

  /** Meters are registered one by one, in no order: a scrape may come in between. */
  private static boolean isComplete(String scrape) {
    return ABOUT_THE_AGENT.stream().allMatch(scrape::contains)
        && ofOrders(scrape, ENTRIES) > 0
        && ofOrders(scrape, INSTANCES) > 0;
  }

  /** Whether the map has a name and its figures stand still for longer than any is kept. */
  private static final class Settled implements Predicate<String> {
    private static final int SCRAPES = 12;
    private double hits = -1;
    private int same;

    @Override
    public boolean test(String scrape) {
      double now = ofOrders(scrape, HITS);
      same = now == hits ? same + 1 : 0;
      hits = now;
      return ofOrders(scrape, INSTANCES) > 0 && same >= SCRAPES;
    }
  }

  private String awaitScrape(URI base, Predicate<String> wanted) throws Exception {
    Executor later = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String text = scrape(base);
    while (!wanted.test(text)) {
      assertThat(System.nanoTime()).as(text).isLessThan(deadline);
      CompletableFuture.runAsync(() -> {}, later).join();
      text = scrape(base);
    }
    return text;
  }

  /**
   * The sum over the lines about the application's map that look like {@code pattern}: it is known
   * by its place, which is that of its use where it is older than the agent.
   */
  private static double ofOrders(String scrape, String pattern) {
    return scrape
        .lines()
        .filter(line -> line.contains(OrdersEndpoint.class.getName()) && line.matches(pattern))
        .mapToDouble(ActuatorIT::value)
        .sum();
  }

  private static double value(String line) {
    Matcher value = VALUE.matcher(line);
    assertThat(value.find()).as(line).isTrue();
    return Double.parseDouble(value.group(1));
  }
}
