package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures what counting operations costs a whole program, apart from all else that the agent does:
 * one process, loaded with every operation counted and with hardly any, in turn. What differs from
 * process to process, most of all what the compiler makes of it, is the same for both.
 */
public final class Counting {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Counting.class.getName()
          + " --agent JAR [--shop JAR] [--sql] [--search] [--java JDK-HOME] [--rounds N]"
          + " [--warm-up SECONDS] [--seconds N] [--out FILE]";
  private static final List<String> OPTIONS =
      List.of("--agent", "--shop", "--java", "--rounds", "--warm-up", "--seconds", "--out");
  private static final List<String> FLAGS = List.of("--sql", "--search");
  private static final int ROUNDS = 8;
  private static final int SECONDS = 8;

  /** The agent looks at more in its first minute. */
  private static final int WARM_UP_SECONDS = 75;

  private static final String BEAN = "io.mapscope:type=Mapscope";

  /** So little that the windows are as rare as they get: open for half a percent of the time. */
  private static final String HARDLY_ANY = "0.1%";

  private static final String ALL = "off";

  private Counting() {}

  /** Exits with 0 when all was measured, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("counting", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, FLAGS, USAGE);
    final Path agent = arguments.agent();
    final @Nullable Path out = arguments.out();
    final Path javaHome = arguments.javaHome();
    final int rounds = arguments.count("--rounds", ROUNDS);
    final int warmUpSeconds = arguments.count("--warm-up", WARM_UP_SECONDS);
    final int seconds = arguments.count("--seconds", SECONDS);
    final List<Services.Program> programs = Services.programs(arguments, USAGE);
    final Environment environment = Environment.of(Counting.class, given, javaHome, agent);
    System.out.printf("%s%n", environment.headline());
    final List<Services.Line> lines = new ArrayList<>();
    for (final Services.Program program : programs) {
      final List<Services.Line> measured =
          measure(program, javaHome, agent, rounds, warmUpSeconds, seconds);
      Services.print(program, measured);
      lines.addAll(measured);
      if (out != null) {
        ResultsFile.of(environment, rounds, lines).write(out);
      }
    }
  }

  private static List<Services.Line> measure(
      Services.Program program,
      Path javaHome,
      Path agent,
      int rounds,
      int warmUpSeconds,
      int seconds)
      throws IOException, InterruptedException {
    final Map<String, List<Double>> hardlyAny = new LinkedHashMap<>();
    final Map<String, List<Double>> all = new LinkedHashMap<>();
    try (Scratch scratch = Scratch.make("counting");
        LoadedService service =
            program
                .opener()
                .open(new JvmSettings(javaHome, agent, scratch.directory(), List.of()));
        ManagementBeans beans = ManagementBeans.of(service.pid())) {
      service.warmUp(warmUpSeconds);
      for (int round = 0; round < rounds; round++) {
        final boolean allFirst = round % 2 == 1;
        add(allFirst ? all : hardlyAny, load(service, beans, allFirst ? ALL : HARDLY_ANY, seconds));
        add(allFirst ? hardlyAny : all, load(service, beans, allFirst ? HARDLY_ANY : ALL, seconds));
        System.err.printf("%s: round %d of %d done%n", program.name(), round + 1, rounds);
      }
    }
    return lines(program, hardlyAny, all);
  }

  private static Map<String, Double> load(
      LoadedService service, ManagementBeans beans, String budget, int seconds)
      throws IOException, InterruptedException {
    beans.set(BEAN, "Budget", budget);
    return service.round(seconds);
  }

  private static void add(Map<String, List<Double>> series, Map<String, Double> figures) {
    figures.forEach(
        (quantity, figure) ->
            series.computeIfAbsent(quantity, none -> new ArrayList<>()).add(figure));
  }

  private static List<Services.Line> lines(
      Services.Program program,
      Map<String, List<Double>> hardlyAny,
      Map<String, List<Double>> all) {
    final List<Services.Line> lines = new ArrayList<>();
    hardlyAny.forEach(
        (quantity, figures) -> {
          final Series base = Series.of(figures);
          final Series counted = Series.of(all.getOrDefault(quantity, List.of()));
          final Series ratio = counted.over(base);
          lines.add(
              new Services.Line(
                  program.name(),
                  quantity,
                  List.of(
                      new Services.Figures("hardly any counted", base, null, null),
                      new Services.Figures(
                          "all counted", counted, ratio, MedianInterval.of(ratio)))));
        });
    return lines;
  }
}
