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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drivers run with the real agent and leave figures; how large these are is not tested. */
class OverheadIT {
  private static final int LEAST_JDK = 17;
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
                + " weak map | exact adds |")
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
            "EVENTS",
            "WEAK_MAP");
    assertThat(directory.resolve("overhead.svg")).content().contains("<svg", "weak_map");
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

  @ParameterizedTest
  @CsvSource({
    "--shop, shop.jar, 'closed loop, requests per second', 8",
    "--kafka, kafka.jars, 'produced, records per second', 9",
    "--sql, , transactions per second, 8",
    "--search, , steps per second, 8",
  })
  void services_oneRound_leavesFigures(
      String program, @Nullable String property, String quantity, int quantities) throws Exception {
    Assumptions.assumeTrue(
        !program.equals("--kafka") || EndToEnd.javaFeature() == LEAST_JDK,
        "what Kafka's tools say is the same on every JDK, and SoakIT runs Kafka on each");
    final Path out = directory.resolve("services.json");
    final ChildJvmBuilder services = driver(Services.class, out).args(program);
    if (property != null) {
      services.args(System.getProperty(property));
    }
    final ChildResult result =
        services
            .args("--lives", "1", "--rounds", "1", "--warm-up", "1", "--seconds", "1")
            .args("--rate", "50")
            .run();
    result.assertExit(0);
    assertThat(result.stdout()).contains("| " + quantity + " | mapscope |");

    final JsonNode lines = Driver.read(out).path("results");
    assertThat(lines).hasSize(quantities);
    for (final JsonNode line : lines) {
      assertThat(line.path("variants")).as(line.path("quantity").asText()).hasSize(2);
      for (final JsonNode variant : line.path("variants")) {
        assertThat(variant.path("figures").path("median").asDouble()).isNotNegative();
      }
    }
  }

  @Test
  void counting_oneRound_comparesAllCountedWithHardlyAny() throws Exception {
    final Path out = directory.resolve("counting.json");
    final ChildResult result =
        driver(Counting.class, out)
            .args("--sql", "--rounds", "1", "--warm-up", "1", "--seconds", "1")
            .run();
    result.assertExit(0);
    assertThat(result.stdout()).contains("| CPU per transaction, us | all counted |");

    final JsonNode lines = Driver.read(out).path("results");
    assertThat(lines).hasSize(6);
    for (final JsonNode line : lines) {
      assertThat(line.path("variants")).as(line.path("quantity").asText()).hasSize(2);
    }
  }

  @Test
  void services_ofNoProgram_saysWhatIsMissing() throws Exception {
    final ChildResult result = driver(Services.class, directory.resolve("services.json")).run();
    result.assertExit(2);
    assertThat(result.stderr())
        .startsWith("services: nothing to measure, expected --shop, --kafka, --sql or --search")
        .doesNotContain("\tat ");
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
