package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.RacingMap;
import io.mapscope.profile.MapProfile;
import java.nio.file.Path;
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
    assertThat(racy.misuse().overlapExamples().get(0).stacks().get(0))
        .anyMatch(frame -> frame.contains("RacingMap.read") || frame.contains("RacingMap.write"))
        .anyMatch(frame -> frame.contains("the-"));
    assertThat(run.map(RacingMap.class, "LOCKED").misuse().overlaps()).isZero();
  }
}
