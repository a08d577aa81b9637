package io.mapscope.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.EndToEnd;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every map behaves under the agent as it does without. */
class BehaviourIT {
  /** Somewhat below the 507,000 tests that the suites had when they were put together. */
  private static final long FEWEST_TESTS = 450_000;

  /** More than one operation per test: the agent was on while the suites ran. */
  private static final long FEWEST_OPERATIONS = 1_000_000;

  private static final String HEAP = "-Xmx2g";

  @TempDir Path directory;

  @Test
  void suites_underTheAgent_endAsOnThePlainJvm() throws Exception {
    final SuitePair pair = new SuitePair(directory);
    // Both at once: the suites use one core each.
    try (ChildJvm first = pair.plain(BehaviourSuite.class).jvmFlags(HEAP).start();
        ChildJvm second = pair.observed(BehaviourSuite.class).jvmFlags(HEAP).start()) {
      first.awaitExit().assertExit(0);
      second.awaitExit().assertExit(0).assertQuiet();
    }
    pair.assertSameOutcomes("guava-testlib", FEWEST_TESTS);
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: both runs were plain");
    assertTruthful(pair.unaccusingReport());
  }

  private static void assertTruthful(Report report) {
    final List<MapProfile> maps = report.maps();
    // One thread at a time uses each map here: an overlap would be the agent's invention.
    assertThat(maps).allSatisfy(map -> assertThat(map.misuse().overlaps()).isZero());
    assertThat(maps.stream().mapToLong(map -> map.operations().total()).sum())
        .isGreaterThan(FEWEST_OPERATIONS);
  }
}
