package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.EagerStart;
import io.mapscope.dist.programs.Entangled;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing of ours locks up with an application that uses maps wherever it is called: the programs
 * have watchdogs that end them with another status and all stacks.
 */
final class DeadlockIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String STEPS = "6000";
  private static final String PROGRAMS = "io.mapscope.dist.programs.";
  private static final List<String> INNER =
      List.of("concurrent", "sorted", "table", "wrapped", "guarded");
  private static final List<String> OUTER = List.of("concurrent", "sorted", "table", "wrapped");

  @TempDir private Path directory;

  @Test
  void maps_usedFromInsideEveryCallback_lockNothingUpAndAreCountedExactly() throws Exception {
    Path json = directory.resolve("entangled.json");

    ChildResult result =
        entangled()
            .withConsoleAdvice()
            .agent(
                "budget=off",
                "interval=100ms",
                "keys=text",
                "report=" + json,
                "jfr=" + directory.resolve("entangled.jfr"))
            .args(STEPS)
            .run();

    assertExact(result, json);
  }

  @Test
  void attach_intoEveryCallbackUnderLoad_locksNothingUpAndCountsExactly() throws Exception {
    Path json = directory.resolve("attached.json");
    Path attached = directory.resolve("attached");
    ChildResult result;
    try (ChildJvm child = entangled().args(STEPS, attached.toString()).start()) {
      child.awaitStdout("ready");
      String[] command = {
        "attach",
        Long.toString(child.pid()),
        "budget=off",
        "interval=100ms",
        "report=" + json,
        "jfr=" + directory.resolve("attached.jfr")
      };
      CommandLine.run(directory.resolve("command"), command).assertExit(0);
      Files.createFile(attached);
      result = child.awaitExit();
    }

    assertExact(result, json);
  }

  @RepeatedTest(3)
  void start_mainClassThatMakesMapsInManyThreads_countsThemAll() throws Exception {
    AgentRun run = AgentRun.of(directory, EagerStart.class);

    long each = run.printed("each", 0);
    for (String field : List.of(".SHARED", ".SORTED", ".TABLE", "$Task.own", "$Task.tree")) {
      assertThat(named(run, EagerStart.class.getName() + field).operations().total())
          .as(field)
          .isEqualTo(each);
    }
  }

  private ChildJvmBuilder entangled() throws Exception {
    return Programs.child(directory, Entangled.class).timeout(PATIENCE);
  }

  private static void assertExact(ChildResult result, Path json) throws Exception {
    result.assertExit(0);
    assertThat(result.stdout()).doesNotContain("DEADLOCK", "STANDSTILL");
    assertThat(result.stderr()).doesNotContain("\tat ");
    AgentRun run = new AgentRun(result, Reports.read(json));
    Reports.assertHealthy(run.report());
    for (String field : INNER) {
      assertMerged(run, "InnerMaps." + field, run.printed("inner", 0));
    }
    for (String field : OUTER) {
      assertMerged(run, "EntangledStage." + field, run.printed("outer", 0));
    }
  }

  private static void assertMerged(AgentRun run, String field, long times) {
    OperationCounts counted = named(run, PROGRAMS + field).operations();
    assertThat(counted.get(Operation.MERGE)).as(field).isEqualTo(times);
  }

  private static MapProfile named(AgentRun run, String field) {
    List<MapProfile> found =
        run.report().maps().stream().filter(map -> field.equals(map.site().field())).toList();
    assertThat(found).as(field).hasSize(1);
    return found.get(0);
  }
}
