package io.mapscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scaling driver runs with the real agent and leaves its tables; at sizes that say nothing. */
class ScalingIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  @TempDir Path directory;

  @Test
  void scaling_ofFewJvms_leavesTablesOfAnExport() throws Exception {
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: nothing is exported");
    final Path out = directory.resolve("scaling.json");
    final ChildResult result = run("--only", "fleet", "--jvms", "1", "--out", out.toString());
    result.assertExit(0);
    assertThat(result.stdout())
        .contains("(measured)", "(computed)", "| sites | metrics | data points |");

    final JsonNode tables = new ObjectMapper().readTree(out.toFile()).path("results");
    assertThat(tables).hasSize(2);
    assertThat(tables.get(0).path("kind").asText()).isEqualTo("MEASURED");
    final double points = tables.get(0).path("rows").get(0).get(2).asDouble();
    assertThat(points).isGreaterThan(10);
    final double pointsPerSecond = tables.get(1).path("rows").get(0).get(2).asDouble();
    assertThat(pointsPerSecond).isCloseTo(1_000 * points / 60, within(1e-6));
  }

  @Test
  void scaling_ofAQuestionThatIsNone_saysWhichThereAre() throws Exception {
    final ChildResult result = run("--only", "moons");
    result.assertExit(2);
    assertThat(result.stderr()).startsWith("scaling: --only is 'moons', expected some of [cores");
  }

  private ChildResult run(String... arguments) throws Exception {
    return ChildJvm.builder(directory, Scaling.class.getName())
        .classPath(System.getProperty("benchmarks.jar"))
        .args("--agent", EndToEnd.agentJar().toString())
        .args("--java", EndToEnd.javaHome().toString())
        .args("--sites", "2", "--seconds", "1")
        .args(arguments)
        .timeout(TIMEOUT)
        .run();
  }
}
