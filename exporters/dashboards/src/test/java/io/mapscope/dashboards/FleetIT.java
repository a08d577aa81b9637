package io.mapscope.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapscope.dashboards.programs.Member;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.OtelCollector;
import io.mapscope.harness.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three JVMs with the agent, one Collector with the configuration that ships, one Prometheus with
 * the rules that ship: what a fleet's operator sees.
 */
final class FleetIT {
  private static final Path COLLECTOR_CONFIG = Path.of("otel-collector", "config.yaml");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final String SHOP = "shop";
  private static final String BILLING = "billing";

  private static final List<String> SERVICES = List.of(SHOP, SHOP, BILLING);

  @TempDir private Path directory;

  @Test
  void fleet_ofThreeJvms_isAggregatedByServiceSiteAndRuleAndFillsEveryPanel() throws Exception {
    try (Stores stores = Stores.start(directory);
        OtelCollector collector = collector(stores.otlpEndpoint())) {
      List<ChildJvm> members = new ArrayList<>();
      try {
        for (String service : SERVICES) {
          members.add(start(service, members.size(), collector));
        }
        assertRules(stores);
        assertPanels(stores);
      } finally {
        members.forEach(ChildJvm::close);
      }
    }
  }

  /** Without a budget an agent does not measure what it costs. */
  private static String budget(String service) {
    return service.equals(BILLING) ? "budget=50%" : "budget=off";
  }

  private OtelCollector collector(String metricsEndpoint) throws Exception {
    try {
      return OtelCollector.start(
          directory,
          COLLECTOR_CONFIG.toAbsolutePath(),
          Map.of("MAPSCOPE_METRICS_ENDPOINT", metricsEndpoint));
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }

  private ChildJvm start(String service, int number, OtelCollector collector) throws Exception {
    Path programs =
        Path.of(Member.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ChildJvm member =
        ChildJvm.builder(directory.resolve("member-" + number), Member.class.getName())
            .classPath(programs.toString())
            .agent(budget(service), "interval=500ms", "otlp=" + collector.httpEndpoint())
            .jvmFlags("-Dotel.service.name=" + service, "-Dotel.metric.export.interval=1000")
            .timeout(Duration.ofMinutes(6))
            .start();
    member.awaitStdout("ready");
    return member;
  }

  private static void assertRules(Stores stores) throws Exception {
    awaitValue(stores, "job:mapscope_agent_instances:count{job=\"shop\"}", 2);
    awaitValue(stores, "job:mapscope_agent_instances:count{job=\"billing\"}", 1);
    awaitValue(stores, "job:mapscope_agent_coverage_ratio:min{job=\"shop\"}", 1);
    awaitValue(stores, entries(SHOP), 2 * Member.SIZED_ENTRIES);
    awaitValue(stores, entries(BILLING), Member.SIZED_ENTRIES);
    String findings = "mapscope_rule=\"unsafe-shared-map\",mapscope_severity=\"error\"";
    awaitValue(stores, "job_rule:mapscope_findings:sum{job=\"shop\"," + findings + "}", 2);
    awaitValue(stores, "job_rule:mapscope_findings:sum{job=\"billing\"," + findings + "}", 1);
    awaitValue(
        stores,
        "job_rule_site:mapscope_findings:sum{job=\"shop\"," + field("RACY") + "," + findings + "}",
        2);
    for (String rule :
        List.of(
            "job_site:mapscope_map_operations:rate5m",
            "job_site:mapscope_map_contention_time_seconds:rate5m",
            "job_site:mapscope_map_contention_count:rate5m",
            "job_site:mapscope_map_allocated_bytes:rate5m",
            "job_site:mapscope_map_unsafe_accesses:rate5m")) {
      for (String service : List.of(SHOP, BILLING)) {
        assertThat(stores.await("sum(" + rule + "{job=\"" + service + "\"}) > 0", 1)).hasSize(1);
      }
    }
    assertThat(stores.query("{__name__=~\"job.*:mapscope.*\",instance!=\"\"}"))
        .as("recorded series that name a JVM")
        .isEmpty();
  }

  private static String entries(String service) {
    return "job_site:mapscope_map_entries:sum{job=\"" + service + "\"," + field("SIZED") + "}";
  }

  private static String field(String name) {
    return "mapscope_map_field=\"" + Member.class.getName() + "." + name + "\"";
  }

  private static void assertPanels(Stores stores) throws Exception {
    for (Dashboard.Query query : Dashboard.read().queries()) {
      awaitData(stores, query);
    }
  }

  /** A panel has data when there is a number: a ratio of two zeros is none. */
  private static void awaitData(Stores stores, Dashboard.Query query) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!hasNumber(stores.query(query.resolved()))) {
      assertThat(System.nanoTime())
          .as("no data in the panel %s: %s", query.panel(), query.resolved())
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(250);
    }
  }

  private static boolean hasNumber(JsonNode result) {
    for (JsonNode series : result) {
      if (!series.at("/value/1").asText().equals("NaN")) {
        return true;
      }
    }
    return false;
  }

  private static void awaitValue(Stores stores, String series, double expected) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    JsonNode result = stores.query(series);
    while (result.size() != 1 || result.at("/0/value/1").asDouble() != expected) {
      assertThat(System.nanoTime())
          .as("%s should be %s, is %s", series, expected, result)
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(250);
      result = stores.query(series);
    }
  }
}
