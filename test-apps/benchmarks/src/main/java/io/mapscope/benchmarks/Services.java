package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures what agents cost whole programs: the demo shop (Jetty, Jackson, H2) in a closed and an
 * open loop, a Kafka node, order entry in H2, and search in Lucene, each without an agent, with
 * Mapscope at its default settings and, if asked, at others and with another agent.
 *
 * <p>All variants of a program live side by side and are loaded in turn, in rounds whose order
 * changes; ratios are those within a round. Each life warms all of them up first.
 */
public final class Services {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Services.class.getName()
          + " --agent JAR [--shop JAR] [--kafka DIRECTORY-OF-JARS] [--sql] [--search]"
          + " [--options OPTIONS] [--beside JAR] [--beside-flags FLAG,FLAG] [--java JDK-HOME]"
          + " [--lives N] [--rounds N] [--warm-up SECONDS] [--seconds N] [--rate N] [--out FILE]";
  private static final List<String> OPTIONS =
      List.of(
          "--agent",
          "--shop",
          "--kafka",
          "--options",
          "--beside",
          "--beside-flags",
          "--java",
          "--lives",
          "--rounds",
          "--warm-up",
          "--seconds",
          "--rate",
          "--out");
  private static final List<String> FLAGS = List.of("--sql", "--search");
  private static final int LIVES = 3;
  private static final int ROUNDS = 4;
  private static final int WARM_UP_SECONDS = 40;
  private static final int SECONDS = 8;
  private static final int REQUESTS_PER_SECOND = 200;
  private static final int RECORDS_PER_REQUEST = 50;

  /** A program to be measured. */
  record Program(String name, LoadedService.Opener opener) {}

  /** One quantity of one variant, and its ratio to the program without an agent. */
  record Figures(
      String variant, Series figures, @Nullable Series ratio, @Nullable MedianInterval interval) {}

  /** One quantity of all variants of a program. */
  record Line(String program, String quantity, List<Figures> variants) {}

  /** A way to measure a program. */
  interface Measuring {
    List<Line> of(Program program) throws IOException, InterruptedException;
  }

  private Services() {}

  /** Exits with 0 when all was measured, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("services", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, FLAGS, USAGE);
    final Path agent = arguments.agent();
    final @Nullable Path out = arguments.out();
    final Path javaHome = arguments.javaHome();
    final ServiceRounds.Plan plan =
        new ServiceRounds.Plan(
            javaHome,
            arguments.count("--lives", LIVES),
            arguments.count("--rounds", ROUNDS),
            arguments.count("--warm-up", WARM_UP_SECONDS),
            arguments.count("--seconds", SECONDS));
    final List<ServiceVariant> variants = variants(arguments, agent);
    final List<Program> programs = programs(arguments, USAGE);
    final Environment environment = Environment.of(Services.class, given, javaHome, agent);
    measureAll(
        programs,
        environment,
        plan.lives() * plan.rounds(),
        out,
        program -> ServiceRounds.measure(plan, program, variants));
  }

  /** Measures one program after the other; what is done is printed and written at once. */
  static void measureAll(
      List<Program> programs,
      Environment environment,
      int rounds,
      @Nullable Path out,
      Measuring measuring)
      throws IOException, InterruptedException {
    System.out.printf("%s%n", environment.headline());
    final List<Line> lines = new ArrayList<>();
    for (final Program program : programs) {
      final List<Line> measured = measuring.of(program);
      print(program, measured);
      lines.addAll(measured);
      if (out != null) {
        ResultsFile.of(environment, rounds, lines).write(out);
      }
    }
  }

  private static List<ServiceVariant> variants(Arguments arguments, Path agent)
      throws UsageException {
    final List<ServiceVariant> variants = new ArrayList<>();
    variants.add(new ServiceVariant("none", null, List.of()));
    variants.add(new ServiceVariant("mapscope", agent, List.of()));
    if (arguments.has("--options")) {
      variants.add(
          new ServiceVariant(
              "mapscope " + arguments.text("--options"), arguments.set(agent), List.of()));
    }
    if (arguments.has("--beside")) {
      final Path beside = arguments.jar("--beside", "another agent's jar");
      final String flags = arguments.text("--beside-flags");
      variants.add(
          new ServiceVariant(
              beside.getFileName().toString(),
              beside,
              flags == null ? List.of() : List.of(flags.split(","))));
    }
    return variants;
  }

  static List<Program> programs(Arguments arguments, String usage) throws UsageException {
    final int rate = arguments.count("--rate", REQUESTS_PER_SECOND);
    final List<Program> programs = new ArrayList<>();
    if (arguments.has("--shop")) {
      final Path jar = arguments.jar("--shop", "the demo shop's jar");
      programs.add(new Program("shop", settings -> LoadedShop.open(jar, rate, settings)));
    }
    if (arguments.has("--kafka")) {
      final Path jars = arguments.jars("--kafka", "Kafka's jars");
      final int records = rate * RECORDS_PER_REQUEST;
      programs.add(new Program("kafka", settings -> LoadedKafka.open(jars, records, settings)));
    }
    if (arguments.has("--sql")) {
      programs.add(new Program("sql", settings -> LoadedJob.open("sql", "transaction", settings)));
    }
    if (arguments.has("--search")) {
      programs.add(new Program("search", settings -> LoadedJob.open("search", "step", settings)));
    }
    if (programs.isEmpty()) {
      throw new UsageException(
          "nothing to measure, expected --shop, --kafka, --sql or --search; usage: " + usage);
    }
    return programs;
  }

  private static void print(Program program, List<Line> lines) {
    System.out.printf("%n%s%n%n", program.name());
    System.out.println(
        "| quantity | agent | median (min to max) | ratio, median (95 % interval) |");
    System.out.println("|---|---|---:|---:|");
    for (final Line line : lines) {
      for (final Figures figures : line.variants()) {
        System.out.printf(
            "| %s | %s | %s | %s |%n",
            line.quantity(), figures.variant(), spread(figures.figures()), ratio(figures));
      }
    }
  }

  private static String spread(Series series) {
    final String format =
        series.median() < 100 ? "%,.1f (%,.1f to %,.1f)" : "%,.0f (%,.0f to %,.0f)";
    return String.format(Locale.ROOT, format, series.median(), series.min(), series.max());
  }

  private static String ratio(Figures figures) {
    final Series ratio = figures.ratio();
    final MedianInterval interval = figures.interval();
    if (ratio == null || interval == null) {
      return "1";
    }
    return String.format(
        Locale.ROOT,
        interval.sure() ? "%.3f (%.3f to %.3f)" : "%.3f (%.3f to %.3f, too few for 95 %%)",
        ratio.median(),
        interval.low(),
        interval.high());
  }
}
