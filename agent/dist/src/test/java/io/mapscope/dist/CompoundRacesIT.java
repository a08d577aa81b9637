package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.Compounds;
import io.mapscope.dist.programs.ProperCompounds;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lost races are claimed where the program itself proves them, and nowhere else. */
final class CompoundRacesIT {
  @TempDir private Path directory;

  @Test
  void lostRaces_compoundOperationsOfAllKinds_areClaimedWhereTheyHappenOnly() throws Exception {
    AgentRun run = AgentRun.of(directory, Compounds.class);
    Map<String, Long> truth = truth(run);

    for (String racing :
        List.of(
            "CHECK_THEN_ACT", "READ_MODIFY_WRITE", "SKIP_LIST", "TABLE", "LEAST_RECENTLY_USED")) {
      assertThat(truth.get(racing)).as("lost in " + racing).isPositive();
      Misuse misuse = misuse(run, racing);
      assertThat(misuse.lostRaces()).as(racing).isBetween(1L, truth.get(racing));
      assertThat(misuse.checkThenAct()).as(racing).isGreaterThanOrEqualTo(misuse.lostRaces());
      assertThat(misuse.examples()).as(racing).anyMatch(CompoundRacesIT::showsBothSteps);
    }
    for (String right :
        List.of(
            "LOCKED",
            "PUT_IF_ABSENT",
            "ATOMIC",
            "BLIND_WRITES",
            "DISPATCHED",
            "ONE_WRITER",
            "CONFINED")) {
      assertThat(misuse(run, right).lostRaces()).as(right).isZero();
      assertThat(misuse(run, right).checkThenAct()).as(right).isZero();
    }
  }

  @Test
  void compoundOperations_thatNobodyCanComeBetween_areNotClaimed() throws Exception {
    AgentRun run = AgentRun.of(directory, ProperCompounds.class);

    Map<String, Long> truth = truth(run);
    assertThat(truth).hasSize(12);
    truth.forEach(
        (field, lost) -> {
          assertThat(lost).as("lost in " + field).isZero();
          Misuse misuse = run.map(ProperCompounds.class, field).misuse();
          assertThat(misuse.lostRaces()).as(field).isZero();
          assertThat(misuse.checkThenAct()).as(field).isZero();
        });
  }

  private static boolean showsBothSteps(MisuseExample example) {
    return example.kind() == MisuseKind.LOST_RACE
        && example.stacks().size() == 2
        && example.stacks().stream()
            .allMatch(stack -> stack.stream().anyMatch(frame -> frame.contains("Compounds.")));
  }

  private static Misuse misuse(AgentRun run, String field) {
    return run.map(Compounds.class, field).misuse();
  }

  private static Map<String, Long> truth(AgentRun run) {
    Map<String, Long> truth = new HashMap<>();
    for (String line : run.result().stdout().trim().split("\\R")) {
      truth.put(line.split(" ")[0], Long.parseLong(line.split(" ")[1]));
    }
    return truth;
  }
}
