package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.BrokenOperations;
import io.mapscope.dist.programs.ProperSharing;
import io.mapscope.dist.programs.RacingMap;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.OverlapExample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two threads inside an unsynchronised map are caught; under a lock there is nothing to catch. */
final class UnsafeSharingIT {
  @TempDir private Path directory;

  @Test
  void overlaps_racingAndLockedHashMap_onlyTheRacingOneIsCaughtWithAStack() throws Exception {
    AgentRun run = AgentRun.of(directory, RacingMap.class);

    MapProfile racy = run.map(RacingMap.class, "RACY");
    assertThat(racy.misuse().overlaps()).isPositive();
    assertThat(racy.misuse().overlapExamples()).isNotEmpty();
    assertThat(racy.misuse().overlapExamples())
        .as("the stacks of both threads, from inside the map")
        .anyMatch(example -> tells(example, "RacingMap.write", "RacingMap.read"));
    assertThat(run.map(RacingMap.class, "LOCKED").misuse().overlaps()).isZero();
  }

  @Test
  void overlaps_mapsSharedInEveryProperWay_areNone() throws Exception {
    AgentRun run = AgentRun.of(directory, ProperSharing.class);

    assertThat(run.report().maps())
        .hasSizeGreaterThanOrEqualTo(14)
        .allMatch(map -> map.misuse().overlaps() == 0);
  }

  @Test
  void overlaps_operationsThatThrowOrComeBack_leaveNoMark() throws Exception {
    AgentRun run = AgentRun.of(directory, BrokenOperations.class);

    assertThat(run.report().maps())
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(map -> map.misuse().overlaps() == 0);
  }

  /** What the recorder itself loses on an exhausted stack is suppressed and counted. */
  @Test
  void overlaps_operationsOnAnExhaustedStack_leaveNoMark() throws Exception {
    Path json = directory.resolve("exhausted.json");
    ChildResult result =
        Programs.child(directory, BrokenOperations.class)
            .agent("report=" + json)
            .args("exhausted")
            .run();

    result.assertExit(0);
    assertThat(Long.parseLong(result.stdout().trim())).isPositive();
    assertThat(Reports.mapsInFieldsOf(Reports.read(json), BrokenOperations.class.getName()))
        .isNotEmpty()
        .allMatch(map -> map.misuse().overlaps() == 0);
  }

  private static boolean tells(OverlapExample example, String one, String other) {
    return example.stacks().size() == 2
        && (has(example.stacks().get(0), one) && has(example.stacks().get(1), other)
            || has(example.stacks().get(0), other) && has(example.stacks().get(1), one));
  }

  private static boolean has(List<String> stack, String method) {
    return stack.stream().anyMatch(frame -> frame.contains(method));
  }
}
