package io.mapscope.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One suite that is run on the plain JVM and under the agent in both of its modes, and what the
 * runs left behind.
 */
final class SuiteRuns {
  private static final Duration TIMEOUT = Duration.ofMinutes(8);

  /** Tells the rules about two threads inside a map from all others. */
  private static final String UNSAFE_ACCESS = "unsafe-";

  /** How a run is made; the modes are named, whichever of them is the default. */
  private enum Mode {
    PLAIN(""),
    /** Everything is counted. */
    EXACT("budget=off"),
    /** Counted is what fits into the budget: a gate opens and closes in the midst of the tests. */
    BUDGETED("budget=1%");

    private static final List<Mode> OBSERVED = List.of(EXACT, BUDGETED);

    private final String budget;

    Mode(String budget) {
      this.budget = budget;
    }

    private String directory() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Path directory;
  private final Class<?> suite;
  private final UnaryOperator<ChildJvmBuilder> setUp;

  /**
   * Runs that work below {@code directory}.
   *
   * @param suite gets the file for its outcomes as first argument
   * @param setUp adds what the suite needs to a child
   */
  SuiteRuns(Path directory, Class<?> suite, UnaryOperator<ChildJvmBuilder> setUp) {
    this.directory = directory;
    this.suite = suite;
    this.setUp = setUp;
  }

  /** The directories that the children will run in. */
  List<Path> directories() {
    return Stream.of(Mode.values()).map(mode -> directory.resolve(mode.directory())).toList();
  }

  /** One run after the other, for a suite whose threads wait for each other for bounded times. */
  void inTurn(String... excused) throws IOException, InterruptedException {
    for (final Mode mode : Mode.values()) {
      try (ChildJvm child = child(mode).start()) {
        await(mode, child, excused);
      }
    }
  }

  /** All runs at once, for a suite that uses one core. */
  void atOnce(String... excused) throws IOException, InterruptedException {
    final List<ChildJvm> children = new ArrayList<>();
    try {
      for (final Mode mode : Mode.values()) {
        children.add(child(mode).start());
      }
      for (final Mode mode : Mode.values()) {
        await(mode, children.get(mode.ordinal()), excused);
      }
    } finally {
      children.forEach(ChildJvm::close);
    }
  }

  private ChildJvmBuilder child(Mode mode) {
    final ChildJvmBuilder child =
        ChildJvm.builder(directory.resolve(mode.directory()), suite.getName())
            .args(outcomes(mode).toString())
            .timeout(TIMEOUT);
    if (mode != Mode.PLAIN) {
      child.agent(mode.budget, "report=" + report(mode));
    }
    return setUp.apply(child);
  }

  private static void await(Mode mode, ChildJvm child, String... excused)
      throws InterruptedException {
    final var result = child.awaitExit().assertExit(0);
    if (mode != Mode.PLAIN) {
      result.assertQuiet(excused);
    }
  }

  private Path outcomes(Mode mode) {
    return directory.resolve(mode.directory() + ".txt");
  }

  private Path report(Mode mode) {
    return directory.resolve(mode.directory() + ".json");
  }

  /** Asserts that every test ended alike in all runs, and says how many there were and failed. */
  void assertSameOutcomes(String name, long fewestTests) throws IOException {
    final Path plain = outcomes(Mode.PLAIN);
    final long tests = lines(plain, "");
    assertThat(tests).isGreaterThan(fewestTests);
    for (final Mode mode : Mode.OBSERVED) {
      assertSameLines(mode, plain, outcomes(mode));
    }
    System.out.printf(
        "%s on JDK %d: %d tests, %d pass with and without the agent%n",
        name, EndToEnd.javaFeature(), tests, lines(plain, "\tpass"));
  }

  private static void assertSameLines(Mode mode, Path plain, Path observed) throws IOException {
    if (Files.mismatch(plain, observed) >= 0) {
      final List<String> expected = Files.readAllLines(plain);
      final List<String> actual = Files.readAllLines(observed);
      assertThat(Differences.between(expected, actual)).as("%s", mode).isEmpty();
    }
  }

  private static long lines(Path outcomes, String end) throws IOException {
    try (Stream<String> lines = Files.lines(outcomes)) {
      return lines.filter(line -> line.endsWith(end)).count();
    }
  }

  /** The report of the run in which everything was counted, accusing nobody of unsafe access. */
  Report exactReport() throws IOException {
    final Report report = unaccusingReport(Mode.EXACT);
    assertThat(report.agent().coverage()).isEqualTo(1);
    return report;
  }

  /**
   * The same of the run with a budget; one that fits in, such as the waiting TCK, is counted
   * completely.
   */
  Report budgetedReport() throws IOException {
    return unaccusingReport(Mode.BUDGETED);
  }

  private Report unaccusingReport(Mode mode) throws IOException {
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: all runs were plain");
    final Report written = Reports.read(report(mode));
    Reports.assertHealthy(written);
    assertThat(written.agent().budget()).isEqualTo(mode.budget.replace("budget=", ""));
    assertThat(written.findings())
        .as("%s", mode)
        .noneMatch(
            finding ->
                finding.rule().startsWith(UNSAFE_ACCESS)
                    && finding.severity().isAtLeast(Severity.WARNING));
    System.out.printf(
        "%s: %.1f %% of its operations counted%n", mode, 100 * written.agent().coverage());
    return written;
  }
}
