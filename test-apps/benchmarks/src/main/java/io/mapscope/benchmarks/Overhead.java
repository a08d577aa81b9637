package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what the agent adds to each map operation.
 *
 * <p>Every variant of a benchmark runs in a fresh JVM, one after the other, in each round in
 * another order, so that whatever else the machine does meets all of them; a variant is compared
 * with no agent of the same round only.
 */
public final class Overhead {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Overhead.class.getName()
          + " --agent JAR [--before JAR] [--profiler LIBRARY] [--java JDK-HOME] [--rounds N] [--only REGEX]"
          + " [--out FILE] [--quick]";
  private static final List<String> OPTIONS =
      List.of("--agent", "--before", "--profiler", "--java", "--rounds", "--only", "--out");
  private static final int ROUNDS = 5;

  private final ForkRunner runner;
  private final List<Comparison.Builder> comparisons;

  private Overhead(ForkRunner runner, List<BenchmarkCase> cases) {
    this.runner = runner;
    this.comparisons = cases.stream().map(Comparison.Builder::new).toList();
  }

  /** Exits with 0 when all was measured, with 2 on a user's mistake and 1 on a failed benchmark. */
  public static void main(String[] given) throws IOException {
    try {
      run(given);
    } catch (UsageException e) {
      System.err.println("overhead: " + e.getMessage());
      System.exit(2);
    } catch (RunnerException e) {
      System.err.println("overhead: a benchmark failed, nothing is written: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(String[] given) throws IOException, UsageException, RunnerException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, List.of("--quick"), USAGE);
    final boolean quick = arguments.has("--quick");
    final Path agent = arguments.agent();
    final @Nullable Path before =
        arguments.text("--before") == null
            ? null
            : arguments.jar("--before", "the agent's jar of another build");
    final @Nullable Path profiler =
        arguments.text("--profiler") == null
            ? null
            : arguments.jar("--profiler", "async-profiler's library");
    final Path javaHome = arguments.javaHome();
    final @Nullable Path out = arguments.out();
    final int rounds = arguments.count("--rounds", quick ? 1 : ROUNDS);
    final List<BenchmarkCase> cases =
        chosen(arguments.text("--only"), BenchmarkCases.all(Environment.feature(javaHome)));
    final Environment environment = Environment.of(Overhead.class, given, javaHome, agent);

    final ForkRunner runner =
        new ForkRunner(javaHome, agent, before, profiler, quick ? Pace.QUICK : Pace.FULL);
    final List<Comparison> results = new Overhead(runner, cases).measure(rounds);
    System.out.print(OverheadTable.of(environment, results));
    if (out != null) {
      ResultsFile.of(environment, rounds, results).write(out);
    }
  }

  private static List<BenchmarkCase> chosen(@Nullable String only, List<BenchmarkCase> all)
      throws UsageException {
    if (only == null) {
      return all;
    }
    try {
      final Pattern pattern = Pattern.compile(only);
      final List<BenchmarkCase> cases =
          all.stream().filter(c -> pattern.matcher(c.id()).find()).toList();
      if (!cases.isEmpty()) {
        return cases;
      }
    } catch (PatternSyntaxException e) {
      throw new UsageException("--only is '" + only + "', expected a regular expression");
    }
    final List<String> ids = all.stream().map(BenchmarkCase::id).toList();
    throw new UsageException(
        "--only is '" + only + "', expected to be found in one of " + String.join(", ", ids));
  }

  private List<Comparison> measure(int rounds) throws RunnerException {
    for (int round = 0; round < rounds; round++) {
      for (final Comparison.Builder comparison : comparisons) {
        measure(comparison, round, rounds);
      }
    }
    return comparisons.stream().map(Comparison.Builder::build).toList();
  }

  private void measure(Comparison.Builder comparison, int round, int rounds)
      throws RunnerException {
    final BenchmarkCase benchmark = comparison.benchmark();
    final List<Variant> order = runner.variants(benchmark);
    Collections.rotate(order, round);
    for (final Variant variant : order) {
      final double nanos = runner.run(benchmark, variant);
      comparison.add(variant, nanos);
      System.err.printf(
          Locale.ROOT,
          "round %d of %d: %s %s %.2f ns%n",
          round + 1,
          rounds,
          benchmark.id(),
          variant,
          nanos);
    }
  }
}
