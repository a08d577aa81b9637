package io.mapscope.prove.measure;

import io.mapscope.prove.form.Form;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** One JVM that measures one form once, started through JMH. */
final class Fork {

  private static final int WARMUPS = 2;
  private static final int MEASUREMENTS = 3;
  private static final double WARMUP_SHARE = 0.4;
  private static final long LEAST_ITERATION_MILLIS = 40;
  private static final int FIRST_WITH_UNSAFE_WARNING = 24;

  private final Path order;
  private final long seed;
  private final int threads;
  private final List<String> jvmArgs;

  /**
   * @param order the file of {@link Order}
   * @param gcArgs the options that choose the garbage collector
   */
  Fork(Path order, long seed, int threads, List<String> gcArgs) {
    this.order = order;
    this.seed = seed;
    this.threads = threads;
    this.jvmArgs = new ArrayList<>(gcArgs);
    jvmArgs.add("-D" + Order.FILE + "=" + order);
    jvmArgs.add("-D" + Order.SEED + "=" + seed);
    if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_WARNING) {
      jvmArgs.add("--sun-misc-unsafe-memory-access=allow");
    }
  }

  /** Measures how much {@code form} does, for about {@code seconds} without the JVM's start. */
  Throughput throughput(Form form, double seconds) throws Unmeasured {
    RunResult result = run(form, Mode.Throughput, seconds);
    Map<String, Result> secondary = result.getSecondaryResults();
    double perSecond = result.getPrimaryResult().getScore();
    double bytes = score(secondary, "gc.alloc.rate.norm");
    double gcMillis = score(secondary, "gc.time");
    return new Throughput(perSecond, bytes, gcMillis * 1e6 / measuredSeconds(seconds));
  }

  /** Measures how long single operations of {@code form} take, of a sample. */
  Latencies latencies(Form form, double seconds) throws Unmeasured {
    Statistics sample = run(form, Mode.SampleTime, seconds).getPrimaryResult().getStatistics();
    return new Latencies(sample.getPercentile(50), sample.getPercentile(99));
  }

  /** A figure that JMH leaves out when nothing happened: then 0 is what happened. */
  private static double score(Map<String, Result> results, String suffix) {
    for (Map.Entry<String, Result> entry : results.entrySet()) {
      if (entry.getKey().endsWith(suffix)) {
        double score = entry.getValue().getScore();
        return Double.isNaN(score) ? 0 : score;
      }
    }
    return 0;
  }

  private RunResult run(Form form, Mode mode, double seconds) throws Unmeasured {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      OutputFormat format = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
      Collection<RunResult> results = new Runner(options(form, mode, seconds), format).run();
      if (results.size() != 1) {
        throw new Unmeasured(firstFault(said.toString(StandardCharsets.UTF_8)));
      }
      return results.iterator().next();
    } catch (RunnerException e) {
      throw new Unmeasured(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private Options options(Form form, Mode mode, double seconds) {
    return new OptionsBuilder()
        .include("^" + Pattern.quote(ReplayBenchmark.class.getName() + ".operation") + "$")
        .param("form", form.name())
        .mode(mode)
        .timeUnit(mode == Mode.Throughput ? TimeUnit.SECONDS : TimeUnit.NANOSECONDS)
        .forks(1)
        .threads(threads)
        .warmupIterations(WARMUPS)
        .warmupTime(iteration(seconds * WARMUP_SHARE / WARMUPS))
        .measurementIterations(MEASUREMENTS)
        .measurementTime(iteration(measuredSeconds(seconds) / MEASUREMENTS))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(false)
        .jvmArgsAppend(jvmArgs.toArray(new String[0]))
        .build();
  }

  private static double measuredSeconds(double seconds) {
    return seconds * (1 - WARMUP_SHARE);
  }

  private static TimeValue iteration(double seconds) {
    return TimeValue.milliseconds(Math.max(LEAST_ITERATION_MILLIS, Math.round(seconds * 1000)));
  }

  /** The line of JMH's output that tells what went wrong. */
  private static String firstFault(String said) {
    return said.lines()
        .filter(line -> line.contains("Exception") || line.contains("Error"))
        .findFirst()
        .orElse("JMH gave no result")
        .strip();
  }

  @Override
  public String toString() {
    return "fork of " + order + " with seed " + seed;
  }

  /** What one JVM did of all threads together. */
  record Throughput(
      double operationsPerSecond, double bytesPerOperation, double gcNanosPerSecond) {}

  /** How long operations took. */
  record Latencies(double p50Nanos, double p99Nanos) {}

  /** A form could not be measured; the message says why. */
  static final class Unmeasured extends Exception {
    private static final long serialVersionUID = 1L;

    Unmeasured(String message) {
      super(message);
    }
  }
}
