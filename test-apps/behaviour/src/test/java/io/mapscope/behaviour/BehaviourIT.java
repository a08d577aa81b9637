package io.mapscope.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.profile.Report;
import java.nio.file.Path;
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
    final SuiteRuns runs =
        new SuiteRuns(directory, BehaviourSuite.class, child -> child.jvmFlags(HEAP));
    runs.atOnce();
    runs.assertSameOutcomes("guava-testlib", FEWEST_TESTS);
    assertTruthful(runs.exactReport());
    assertNoOverlap(runs.budgetedReport());
  }

  private static void assertTruthful(Report report) {
    assertNoOverlap(report);
    assertThat(report.maps().stream().mapToLong(map -> map.operations().total()).sum())
        .isGreaterThan(FEWEST_OPERATIONS);
  }

  /** One thread at a time uses each map here: an overlap would be the agent's invention. */
  private static void assertNoOverlap(Report report) {
    assertThat(report.maps()).allSatisfy(map -> assertThat(map.misuse().overlaps()).isZero());
  }
}
