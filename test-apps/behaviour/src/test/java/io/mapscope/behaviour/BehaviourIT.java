package io.mapscope.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every map behaves under the agent as it does without. */
class BehaviourIT {
  /** Somewhat below the 507,000 tests that the suites had when they were put together. */
  private static final long FEWEST_TESTS = 450_000;

  /** More than one operation per test: the agent was on while the suites ran. */
  private static final long FEWEST_OPERATIONS = 1_000_000;

  private static final String SUITE = BehaviourSuite.class.getName();
  private static final Duration TIMEOUT = Duration.ofMinutes(8);

  @TempDir Path directory;

  @Test
  void suites_underTheAgent_endAsOnThePlainJvm() throws Exception {
    final Path report = directory.resolve("report.json");
    final Path plain = directory.resolve("plain.txt");
    final Path observed = directory.resolve("observed.txt");
    // Both at once: the suites use one core each.
    try (ChildJvm first = suites(plain).start();
        ChildJvm second = suites(observed).agent("budget=off", "report=" + report).start()) {
      first.awaitExit().assertExit(0);
      second.awaitExit().assertExit(0).assertQuiet();
    }
    assertSameOutcomes(plain, observed);
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: both runs were plain");
    assertTruthful(Reports.read(report));
  }

  private ChildJvmBuilder suites(Path outcomes) {
    return ChildJvm.builder(directory.resolve("run-" + outcomes.getFileName()), SUITE)
        .args(outcomes.toString())
        .jvmFlags("-Xmx2g")
        .timeout(TIMEOUT);
  }

  private static void assertSameOutcomes(Path plain, Path observed) throws IOException {
    try (Stream<String> tests = Files.lines(plain)) {
      assertThat(tests.count()).isGreaterThan(FEWEST_TESTS);
    }
    if (Files.mismatch(plain, observed) >= 0) {
      final List<String> expected = Files.readAllLines(plain);
      final List<String> actual = Files.readAllLines(observed);
      assertThat(Differences.between(expected, actual)).isEmpty();
    }
  }

  private static void assertTruthful(Report report) {
    Reports.assertHealthy(report);
    final List<MapProfile> maps = report.maps();
    // One thread at a time uses each map here: an overlap would be the agent's invention.
    assertThat(maps).allSatisfy(map -> assertThat(map.misuse().overlaps()).isZero());
    assertThat(maps.stream().mapToLong(map -> map.operations().total()).sum())
        .isGreaterThan(FEWEST_OPERATIONS);
  }
}
