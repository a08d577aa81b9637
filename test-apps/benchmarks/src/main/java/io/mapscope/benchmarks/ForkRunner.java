package io.mapscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark in one variant in one fresh JVM. */
final class ForkRunner {
  /**
   * Room for the million-entry map of each thread, and no resizing of the heap meanwhile; a
   * collector with a short write barrier, because G1's takes 20 ns of a put and would hide ours.
   */
  private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");

  private final Path java;
  private final Path agent;
  private final @Nullable Path before;
  private final Pace pace;

  /**
   * A runner on one JDK.
   *
   * @param before the agent's jar of another build, or null to leave that variant out
   */
  ForkRunner(Path javaHome, Path agent, @Nullable Path before, Pace pace) {
    this.java = javaHome.resolve("bin").resolve("java");
    this.agent = agent;
    this.before = before;
    this.pace = pace;
  }

  /** The benchmark's variants, each in a fork of its own. */
  List<Variant> variants(BenchmarkCase benchmark) {
    final List<Variant> variants = new ArrayList<>(benchmark.variants());
    if (before != null) {
      variants.add(Variant.BEFORE);
    }
    return variants;
  }

  /** Nanoseconds per operation: the median of the fork's iterations. */
  double run(BenchmarkCase benchmark, Variant variant) throws RunnerException {
    final Collection<RunResult> results = new Runner(options(benchmark, variant)).run();
    final List<Double> iterations = new ArrayList<>();
    for (final RunResult result : results) {
      result.getBenchmarkResults().stream()
          .flatMap(fork -> fork.getIterationResults().stream())
          .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
          .forEach(iterations::add);
    }
    return Series.of(iterations).median();
  }

  private Options options(BenchmarkCase benchmark, Variant variant) {
    final List<String> arguments = new ArrayList<>(HEAP);
    final Path other = before == null ? agent : before;
    arguments.addAll(variant.jvmArguments(variant == Variant.BEFORE ? other : agent));
    final TimeValue time = TimeValue.milliseconds(pace.iterationMillis());
    return new OptionsBuilder()
        .include("\\." + benchmark.benchmark().replace(".", "\\.") + "$")
        .param("entries", Integer.toString(benchmark.entries()))
        .threads(benchmark.threads())
        .jvm(java.toString())
        .jvmArgs(arguments.toArray(String[]::new))
        .forks(1)
        .warmupIterations(pace.warmupIterations())
        .warmupTime(time)
        .measurementIterations(pace.measuredIterations())
        .measurementTime(time)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
