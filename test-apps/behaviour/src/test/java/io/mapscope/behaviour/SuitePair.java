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
import java.util.List;
import java.util.stream.Stream;

/** One suite that is run on the plain JVM and under the agent, and what both runs left behind. */
final class SuitePair {
  private static final Duration TIMEOUT = Duration.ofMinutes(8);

  /** Tells the rules about two threads inside a map from all others. */
  private static final String UNSAFE_ACCESS = "unsafe-";

  private final Path directory;
  private final Path plain;
  private final Path observed;
  private final Path report;

  /** A pair whose runs work below {@code directory}. */
  SuitePair(Path directory) {
    this.directory = directory;
    this.plain = directory.resolve("plain.txt");
    this.observed = directory.resolve("observed.txt");
    this.report = directory.resolve("report.json");
  }

  /** The run without the agent; {@code suite} gets the file for its outcomes as first argument. */
  ChildJvmBuilder plain(Class<?> suite) {
    return child("plain", suite, plain);
  }

  /** The run under the agent, which counts everything. */
  ChildJvmBuilder observed(Class<?> suite) {
    return child("observed", suite, observed).agent("budget=off", "report=" + report);
  }

  private ChildJvmBuilder child(String name, Class<?> suite, Path outcomes) {
    return ChildJvm.builder(directory.resolve(name), suite.getName())
        .args(outcomes.toString())
        .timeout(TIMEOUT);
  }

  /** Asserts that every test ended alike in both runs, and says how many there were and failed. */
  void assertSameOutcomes(String name, long fewestTests) throws IOException {
    final long tests = lines(plain, "");
    assertThat(tests).isGreaterThan(fewestTests);
    if (Files.mismatch(plain, observed) >= 0) {
      final List<String> expected = Files.readAllLines(plain);
      final List<String> actual = Files.readAllLines(observed);
      assertThat(Differences.between(expected, actual)).isEmpty();
    }
    System.out.printf(
        "%s on JDK %d: %d tests, %d pass with and without the agent%n",
        name, EndToEnd.javaFeature(), tests, lines(plain, "\tpass"));
  }

  private static long lines(Path outcomes, String end) throws IOException {
    try (Stream<String> lines = Files.lines(outcomes)) {
      return lines.filter(line -> line.endsWith(end)).count();
    }
  }

  /** The report of the run under the agent, in which nobody is accused of unsafe access. */
  Report unaccusingReport() throws IOException {
    final Report written = Reports.read(report);
    Reports.assertHealthy(written);
    assertThat(written.findings())
        .noneMatch(
            finding ->
                finding.rule().startsWith(UNSAFE_ACCESS)
                    && finding.severity().isAtLeast(Severity.WARNING));
    return written;
  }
}
