package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.dist.programs.ManyUsers;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Report;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What accounts take is bounded, and nothing counted is lost by that. */
final class MemoryIT {
  private static final int PAIRS = ManyUsers.MAPS * ManyUsers.THREADS;

  @TempDir private Path directory;

  @Test
  void accounts_ofManyThreadsOnManyMaps_stayBelowTheLimitAndLoseNothing() throws Exception {
    Path json = directory.resolve("report.json");

    ChildResult result =
        Programs.child(directory, ManyUsers.class)
            .agent("max.memory=1m", "budget=off", "interval=500ms", "report=" + json)
            .run();

    result.assertExit(0).assertQuiet("max.memory");
    assertThat(result.stderr()).containsOnlyOnce("max.memory");
    Report report = Reports.read(json);
    Reports.assertHealthy(report);
    MapProfile map = map(report);
    assertCounted(map.operations());
    assertThat(map.threads().writers()).isGreaterThan(1);
    assertThat(Objects.requireNonNull(map.facts().latency()).recursions()).isZero();
    AgentRun run = new AgentRun(result, report);
    assertThat(run.printed(ManyUsers.COUNTED, 0)).isBetween((long) ManyUsers.MAPS, PAIRS / 4L);
  }

  @Test
  void accounts_belowTheLimit_areOneForEachMapAndThread() throws Exception {
    AgentRun run = AgentRun.of(directory, ManyUsers.class);

    assertCounted(map(run.report()).operations());
    assertThat(run.printed(ManyUsers.COUNTED, 0)).isGreaterThan(PAIRS);
  }

  private static MapProfile map(Report report) {
    return report.maps().stream()
        .filter(map -> map.site().className().equals(ManyUsers.class.getName()))
        .filter(map -> map.instances().created() == ManyUsers.MAPS)
        .findFirst()
        .orElseThrow();
  }

  private static void assertCounted(OperationCounts operations) {
    assertThat(operations.get(Operation.MERGE)).isEqualTo(PAIRS);
    assertThat(operations.get(Operation.GET_HIT)).isEqualTo(PAIRS);
    assertThat(operations.get(Operation.COMPUTE_IF_ABSENT_ABSENT)).isEqualTo(2 * PAIRS);
  }
}
