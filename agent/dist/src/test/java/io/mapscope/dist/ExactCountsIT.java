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
    AgentRun run = AgentRun.of(directory, ExactCounts.class);

    OracleComparison.assertExact(run);
  }

  /** On JDK 25 a virtual thread that waits for a monitor leaves its carrier: ours must not. */
  @Test
  void counts_virtualThreadsInsideOperationsBuiltFromOthers_areExact() throws Exception {
    AgentRun run = AgentRun.of(directory, ManyThreads.class);

    long times = run.printed("putAll", 0);
    OperationCounts counted = run.map(ManyThreads.class, "SHARED").operations();
    assertThat(counted.get(Operation.PUT_ALL)).isEqualTo(times);
    assertThat(counted.get(Operation.GET_HIT)).isEqualTo(times);
    assertThat(counted.total()).isEqualTo(2 * times);
    OperationCounts waited = run.map(ManyThreads.class, "WAITED_FOR").operations();
    long computations = run.printed("computations", 0);
    assertThat(waited.get(Operation.PUT_ALL)).isEqualTo(times);
    assertThat(waited.get(Operation.GET_HIT)).isEqualTo(times);
    assertThat(waited.get(Operation.COMPUTE)).isEqualTo(computations);
    assertThat(waited.get(Operation.COMPUTE_IF_ABSENT_PRESENT)).isEqualTo(times);
    assertThat(waited.get(Operation.COMPUTE_IF_ABSENT_ABSENT)).isEqualTo(computations);
    assertThat(waited.total()).isEqualTo(3 * times + 2 * computations);
  }
}
