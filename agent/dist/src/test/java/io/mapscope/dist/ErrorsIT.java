package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Exhausted;
import io.mapscope.dist.programs.Starved;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Operation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where memory or stack end inside of what is woven in, the application's operation goes on as if
 * nothing were there; what is lost is counted, and afterwards counts are exact.
 */
final class ErrorsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path directory;

  @Test
  void operations_withoutMemoryForOurAccounts_succeedAndTheLossIsCounted() throws Exception {
    AgentRun run = run(Starved.class, "-Xmx32m", "-XX:+UseSerialGC");

    assertThat(run.printed("failed", 0)).isZero();
    assertThat(run.report().agent().suppressedErrors()).isPositive();
    assertThat(run.result().stderr()).doesNotContain("\tat ");
    assertExactAfterwards(run, Starved.class);
  }

  @Test
  void operations_atEveryDepthOfTheStack_succeedOrEndAsTheJvmHasThem() throws Exception {
    AgentRun run = run(Exhausted.class);

    assertThat(run.printed("overflows", 0)).isPositive();
    assertThat(run.printed("wrong", 0)).isZero();
    assertThat(run.result().stderr()).doesNotContain("\tat ").doesNotContain("NoClassDefFound");
    assertThat(run.report().maps()).allMatch(map -> map.misuse().overlaps() == 0);
    assertExactAfterwards(run, Exhausted.class);
  }

  private AgentRun run(Class<?> program, String... flags) throws Exception {
    Path json = directory.resolve("report.json");
    ChildResult result =
        Programs.child(directory, program)
            .jvmFlags(flags)
            .timeout(PATIENCE)
            .agent("budget=off", "interval=500ms", "report=" + json)
            .run();
    return new AgentRun(result.assertExit(0), Reports.read(json));
  }

  private static void assertExactAfterwards(AgentRun run, Class<?> program) {
    assertThat(run.map(program, "AFTERWARDS").operations().get(Operation.MERGE))
        .isEqualTo(run.printed("merges", 0));
  }
}
