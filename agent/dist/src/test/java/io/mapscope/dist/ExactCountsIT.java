package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.dist.programs.ManyThreads;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every count of every map class equals what the program itself says it has done. */
final class ExactCountsIT {
  @TempDir private Path directory;

  @Test
  void counts_fourThreadsOnEveryMapClass_equalTheOraclesToTheLast() throws Exception {
    AgentRun run = AgentRun.of(directory, ExactCounts.class, "budget=off");

    Map<String, Map<String, Long>> truth = truth(run);
    assertThat(truth).hasSize(11);
    List<String> differences = new ArrayList<>();
    truth.forEach((field, counts) -> compare(field, counts, run, differences));
    assertThat(differences).isEmpty();
    assertThat(run.report().maps()).allMatch(map -> map.misuse().overlaps() == 0);
  }

  /** On JDK 25 a virtual thread that waits for a monitor leaves its carrier: ours must not. */
  @Test
  void counts_virtualThreadsInsideOperationsBuiltFromOthers_areExact() throws Exception {
    AgentRun run = AgentRun.of(directory, ManyThreads.class, "budget=off");

    String[] truth = run.result().stdout().trim().split(" ");
    OperationCounts counted = run.map(ManyThreads.class, "SHARED").operations();
    assertThat(counted.get(Operation.PUT_ALL)).isEqualTo(Long.parseLong(truth[1]));
    assertThat(counted.get(Operation.GET_HIT)).isEqualTo(Long.parseLong(truth[3]));
    assertThat(counted.total()).isEqualTo(Long.parseLong(truth[1]) + Long.parseLong(truth[3]));
  }

  private static void compare(
      String field, Map<String, Long> expected, AgentRun run, List<String> differences) {
    MapProfile map = run.map(ExactCounts.class, field);
    for (Operation operation : Operation.values()) {
      long truth = expected.getOrDefault(operation.jsonName(), 0L);
      long counted = map.operations().get(operation);
      if (truth != counted) {
        differences.add(
            field + " " + operation.jsonName() + " did " + truth + " counted " + counted);
      }
    }
  }

  private static Map<String, Map<String, Long>> truth(AgentRun run) {
    Map<String, Map<String, Long>> truth = new HashMap<>();
    for (String line : run.result().stdout().split("\\R")) {
      String[] words = line.split(" ");
      if (words.length == 3) {
        truth
            .computeIfAbsent(words[0], f -> new HashMap<>())
            .merge(words[1], Long.parseLong(words[2]), Long::sum);
      }
    }
    return truth;
  }
}
