package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
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

  private static final int FIRST_WITH_METHOD_TIMING = 25;

  /** From here on the JDK prints four lines when JMH asks for a field's place (JEP 498). */
  private static final int FIRST_THAT_WARNS_OF_UNSAFE = 24;

  private static final String NO_WARNING_OF_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  private final Path java;
  private final Path agent;
  private final @Nullable Path before;
  private final @Nullable Path profiler;
  private final int javaFeature;
  private final Pace pace;

  /**
   * A runner on one JDK.
   *
   * @param before the agent's jar of another build, or null to leave that variant out
   * @param profiler async-profiler's library, or null to leave that variant out
   */
  ForkRunner(Path javaHome, Path agent, @Nullable Path before, @Nullable Path profiler, Pace pace)
      throws IOException {
    this.java = javaHome.resolve("bin").resolve("java");
    this.agent = agent;
    this.before = before;
    this.profiler = profiler;
    this.javaFeature = Environment.feature(javaHome);
    this.pace = pace;
  }

  /** The benchmark's variants, each in a fork of its own. */
  List<Variant> variants(BenchmarkCase benchmark) {
    final List<Variant> variants = new ArrayList<>(benchmark.variants());
    if (before != null) {
      variants.add(Variant.BEFORE);
    }
    if (javaFeature >= FIRST_WITH_METHOD_TIMING && benchmark.canBeTimedByTheJdk()) {
      variants.add(Variant.METHOD_TIMING);
    }
    if (profiler != null) {
      variants.add(Variant.PROFILER);
    }
    return variants;
  }

  /** The jar or library that makes the variant. */
  private Path jarOf(Variant variant) {
    if (variant == Variant.BEFORE && before != null) {
      return before;
    }
    return variant == Variant.PROFILER && profiler != null ? profiler : agent;
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
    arguments.addAll(variant.jvmArguments(jarOf(variant)));
    if (javaFeature >= FIRST_THAT_WARNS_OF_UNSAFE) {
      arguments.add(NO_WARNING_OF_UNSAFE);
    }
    final TimeValue time = TimeValue.milliseconds(pace.iterationMillis());
    final ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark.jmh().getSimpleName() + "\\." + benchmark.operation() + "$");
    benchmark.parameters().forEach((name, value) -> options.param(name, value));
    return options
        .threads(benchmark.jmhThreads())
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
