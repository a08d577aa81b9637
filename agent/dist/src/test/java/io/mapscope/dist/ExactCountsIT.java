package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ExactCounts;
import io.mapscope.dist.programs.ManyThreads;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every count of every map class equals what the program itself says it has done. */
final class ExactCountsIT {
  @TempDir private Path directory;

  @Test
  void counts_fourThreadsOnEveryMapClass_equalTheOraclesToTheLast() throws Exception {
    AgentRun run = AgentRun.of(directory, ExactCounts.class, "budget=off");

    OracleComparison.assertExact(run);
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
}
