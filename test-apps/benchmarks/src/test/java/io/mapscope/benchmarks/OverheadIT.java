package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drivers run with the real agent and leave figures; how large these are is not tested. */
class OverheadIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  @TempDir Path directory;

  @BeforeEach
  void requireAgent() {
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: there is no overhead to measure");
  }

  @Test
  void overhead_quickRunOfOneBenchmark_leavesFiguresOfAllVariants() throws Exception {
    final Path out = directory.resolve("overhead.json");
    final ChildResult result =
        driver(Overhead.class, out)
            .args("--quick", "--only", "ConcurrentHashMap.*get/1000/1")
            .args("--before", EndToEnd.agentJar().toString())
            .run();
    result.assertExit(0);
    assertThat(result.stdout())
        .contains(
            "| none | closed | exact | budget | detached | before | decorator | timers | events |"
                + " exact adds |")
        .containsPattern("\\| ConcurrentHashMap.get \\| 1,000 \\| 1 \\| [0-9.]+ \\(");

    final JsonNode file = Driver.read(out);
    assertThat(file.path("results")).hasSize(1);
    final List<String> variants = new ArrayList<>();
    for (final JsonNode line : file.path("results").get(0).path("variants")) {
      variants.add(line.path("variant").asText());
      assertThat(line.path("nanosPerOperation").path("median").asDouble()).isPositive();
      assertThat(line.path("ratio").path("rounds")).hasSize(1);
    }
    assertThat(variants)
        .containsExactly(
            "NONE",
            "CLOSED",
            "EXACT",
            "BUDGET",
            "DETACHED",
            "BEFORE",
            "DECORATOR",
            "TIMERS",
            "EVENTS");
  }

  @Test
  void startup_onePair_leavesFigures() throws Exception {
    final Path out = directory.resolve("startup.json");
    final ChildResult result =
        driver(Startup.class, out).args("--pairs", "1", "--settle-seconds", "1").run();
    result.assertExit(0);
    assertThat(result.stdout()).contains("| CPU of the main thread before main |");

    final JsonNode file = Driver.read(out);
    assertThat(file.path("results")).hasSize(4);
    for (final JsonNode line : file.path("results")) {
      assertThat(line.path("withoutAgentMillis").path("median").asDouble()).isPositive();
      assertThat(line.path("withAgentMillis").path("median").asDouble()).isPositive();
    }
  }

  @Test
  void footprint_ofFewMaps_leavesFigures() throws Exception {
    final Path out = directory.resolve("footprint.json");
    final ChildResult result =
        driver(Footprint.class, out).args("--maps", "1000", "--threads", "1,2").run();
    result.assertExit(0);
    assertThat(result.stdout()).contains("| 1,000 | 2 |");

    final JsonNode lines = Driver.read(out).path("results");
    assertThat(lines).hasSize(2);
    for (final JsonNode line : lines) {
      assertThat(line.path("withAgentBytes").asLong())
          .isGreaterThan(line.path("withoutAgentBytes").asLong());
    }
  }

  @Test
  void services_oneRound_leavesFigures() throws Exception {
    final Path out = directory.resolve("services.json");
    final ChildResult result =
        driver(Services.class, out)
            .args("--shop", System.getProperty("shop.jar"))
            .args("--rounds", "1", "--seconds", "2", "--rate", "50")
            .run();
    result.assertExit(0);
    assertThat(result.stdout()).contains("| closed loop, requests per second | mapscope |");

    final JsonNode lines = Driver.read(out).path("results");
    assertThat(lines).hasSize(7);
    for (final JsonNode line : lines) {
      assertThat(line.path("variants")).as(line.path("quantity").asText()).hasSize(2);
      for (final JsonNode variant : line.path("variants")) {
        assertThat(variant.path("figures").path("median").asDouble()).isPositive();
      }
    }
  }

  @Test
  void overhead_withoutAgentJar_saysWhatIsMissing() throws Exception {
    final ChildResult result = Driver.plain(Overhead.class, directory).run();
    result.assertExit(2);
    assertThat(result.stderr()).startsWith("overhead: --agent is missing").doesNotContain("\tat ");
  }

  private ChildJvmBuilder driver(Class<?> driver, Path out) {
    return Driver.of(driver, directory, out).timeout(TIMEOUT);
  }
}
