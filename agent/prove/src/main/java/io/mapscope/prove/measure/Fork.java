package io.mapscope.prove.measure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** JVMs that measure one benchmark once each, started through JMH; the parameters tell the form. */
public final class Fork {

  private static final int WARMUPS = 2;
  private static final int MEASUREMENTS = 3;
  private static final double WARMUP_SHARE = 0.4;
  private static final long LEAST_ITERATION_MILLIS = 40;
  private static final int FIRST_WITH_UNSAFE_WARNING = 24;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final String benchmark;
  private final int threads;
  private final List<String> jvmArgs;

  /**
   * @param benchmark name of the class and the method, or group of methods, that JMH runs
   * @param threads that run it, together
   * @param options of the JVMs
   */
  public Fork(String benchmark, int threads, List<String> options) {
    this.benchmark = benchmark;
    this.threads = threads;
    this.jvmArgs = new ArrayList<>(options);
    if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_WARNING) {
      jvmArgs.add("--sun-misc-unsafe-memory-access=allow");
    }
  }

  /** Measures how much is done, for about {@code seconds} without the JVM's start. */
  public Throughput throughput(Map<String, String> parameters, double seconds) throws Unmeasured {
    RunResult result = run(parameters, Mode.Throughput, seconds);
    Map<String, Result> secondary = result.getSecondaryResults();
    double gcNanos = score(secondary, "gc.time") * NANOS_PER_MILLI;
    double collections = score(secondary, "gc.count");
    Map<String, Double> counters = new HashMap<>();
    secondary.forEach((label, counted) -> counters.put(label, counted.getScore()));
    return new Throughput(
        result.getPrimaryResult().getScore(),
        score(secondary, "gc.alloc.rate.norm"),
        gcNanos / tookSeconds(result, measuredSeconds(seconds)),
        collections == 0 ? 0 : gcNanos / collections,
        counters);
  }

  /** How long measuring took: longer than planned where single operations are long. */
  private static double tookSeconds(RunResult result, double plannedSeconds) {
    double millis = 0;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      @Nullable BenchmarkResultMetaData times = fork.getMetadata();
      millis += times == null ? 0 : times.getStopTime() - times.getMeasurementTime();
    }
    return Math.max(plannedSeconds, millis / MILLIS_PER_SECOND);
  }

  /** Measures how long single operations take, of a sample. */
  public Latencies latencies(Map<String, String> parameters, double seconds) throws Unmeasured {
    Statistics sample =
        run(parameters, Mode.SampleTime, seconds).getPrimaryResult().getStatistics();
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

  private RunResult run(Map<String, String> parameters, Mode mode, double seconds)
      throws Unmeasured {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      OutputFormat format = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
      Collection<RunResult> results = new Runner(options(parameters, mode, seconds), format).run();
      if (results.size() != 1) {
        throw new Unmeasured(firstFault(said.toString(StandardCharsets.UTF_8)));
      }
      return results.iterator().next();
    } catch (RunnerException e) {
      throw new Unmeasured(String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private Options options(Map<String, String> parameters, Mode mode, double seconds) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmark) + "$")
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
            .jvmArgsAppend(jvmArgs.toArray(new String[0]));
    parameters.forEach(options::param);
    return options.build();
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
    return "fork of " + benchmark + " with " + threads + " threads";
  }

  /**
   * What one JVM did, of all threads together.
   *
   * @param gcPauseNanos mean time of one garbage collection, 0 when there was none
   * @param counters whatever else JMH and the benchmark counted, by its label
   */
  public record Throughput(
      double operationsPerSecond,
      double bytesPerOperation,
      double gcNanosPerSecond,
      double gcPauseNanos,
      Map<String, Double> counters) {

    /** Copies the map. */
    public Throughput {
      counters = Map.copyOf(counters);
    }
  }

  /** How long operations took. */
  public record Latencies(double p50Nanos, double p99Nanos) {}

  /** Something could not be measured; the message says why. */
  public static final class Unmeasured extends Exception {
    private static final long serialVersionUID = 1L;

    Unmeasured(String message) {
      super(message);
    }
  }
}
