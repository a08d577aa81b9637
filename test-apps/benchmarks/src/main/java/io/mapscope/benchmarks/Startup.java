package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the agent, at its default settings, adds to the start of a small program: pairs of
 * starts with and without it, in turns, compared within the pair.
 */
public final class Startup {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Startup.class.getName()
          + " --agent JAR [--java JDK-HOME] [--pairs N] [--settle-seconds N] [--out FILE]";
  private static final List<String> OPTIONS =
      List.of("--agent", "--java", "--pairs", "--settle-seconds", "--out");
  private static final int PAIRS = 15;
  private static final int SETTLE_SECONDS = 3;

  /** One quantity without and with the agent, in milliseconds, and what the agent added. */
  record Line(
      String quantity, Series withoutAgentMillis, Series withAgentMillis, Series addedMillis) {
    static Line of(
        String quantity,
        List<StartupRun> without,
        List<StartupRun> with,
        ToDoubleFunction<StartupRun> value) {
      final Series base = series(without, value);
      final Series agent = series(with, value);
      return new Line(quantity, base, agent, agent.minus(base));
    }

    private static Series series(List<StartupRun> runs, ToDoubleFunction<StartupRun> value) {
      return Series.of(runs.stream().map(value::applyAsDouble).toList());
    }
  }

  private Startup() {}

  /** Exits with 0 when all was measured, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("startup", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, List.of(), USAGE);
    final Path agent = arguments.agent();
    final Path javaHome = arguments.javaHome();
    final @Nullable Path out = arguments.out();
    final int pairs = arguments.count("--pairs", PAIRS);
    final int settleSeconds = arguments.count("--settle-seconds", SETTLE_SECONDS);
    if (!CpuReading.isSupported()) {
      throw new UsageException("this system has no /proc/thread-self/schedstat, expected Linux");
    }
    final Environment environment = Environment.of(Startup.class, given, javaHome, agent);
    final List<Line> lines = measure(javaHome, agent, pairs, settleSeconds);
    print(environment, lines);
    if (out != null) {
      ResultsFile.of(environment, pairs, lines).write(out);
    }
  }

  private static List<Line> measure(Path javaHome, Path agent, int pairs, int settleSeconds)
      throws IOException, InterruptedException {
    final List<StartupRun> without = new ArrayList<>();
    final List<StartupRun> with = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      if (pair % 2 == 0) {
        without.add(StartupRun.measure(javaHome, null, settleSeconds));
      }
      with.add(StartupRun.measure(javaHome, agent, settleSeconds));
      if (pair % 2 != 0) {
        without.add(StartupRun.measure(javaHome, null, settleSeconds));
      }
    }
    return List.of(
        Line.of("CPU of the main thread before main", without, with, StartupRun::mainThread),
        Line.of("CPU of the JVM before main", without, with, StartupRun::beforeMain),
        Line.of("CPU of the JVM when settled", without, with, StartupRun::settled),
        Line.of("wall clock before main", without, with, StartupRun::wall));
  }

  private static void print(Environment environment, List<Line> lines) {
    System.out.printf("%s%n%n", environment.headline());
    System.out.println("| ms | no agent (min-max) | agent (min-max) | added (min-max) |");
    System.out.println("|---|---:|---:|---:|");
    for (final Line line : lines) {
      System.out.printf(
          "| %s | %s | %s | %s |%n",
          line.quantity(),
          spread(line.withoutAgentMillis()),
          spread(line.withAgentMillis()),
          spread(line.addedMillis()));
    }
  }

  private static String spread(Series series) {
    return String.format(
        Locale.ROOT, "%.0f (%.0f-%.0f)", series.median(), series.min(), series.max());
  }
}
