package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures what agents cost a whole service, the demo shop (Jetty, Jackson, H2): rounds of one life
 * of the shop without an agent, with Mapscope at its default settings and, if asked, at others and
 * with another agent, compared within the round, the order changing from round to round.
 */
public final class Services {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Services.class.getName()
          + " --agent JAR --shop JAR [--options OPTIONS] [--beside JAR] [--java JDK-HOME] [--rounds N] [--seconds N]"
          + " [--rate N] [--out FILE]";
  private static final List<String> OPTIONS =
      List.of(
          "--agent",
          "--options",
          "--shop",
          "--beside",
          "--java",
          "--rounds",
          "--seconds",
          "--rate",
          "--out");
  private static final int ROUNDS = 10;
  private static final int SECONDS = 10;
  private static final int RATE = 200;
  private static final String NONE = "none";

  /** One quantity of one variant, and its ratio to the service without an agent. */
  record Figures(
      String variant, Series figures, @Nullable Series ratio, @Nullable MedianInterval interval) {}

  /** One quantity of all variants. */
  record Line(String quantity, List<Figures> variants) {}

  /** The shop with one agent or none, and its lives so far; the first of all has none. */
  private record Subject(String name, @Nullable Object agent, List<ServiceRun> runs) {
    Subject(String name, @Nullable Object agent) {
      this(name, agent, new ArrayList<>());
    }

    Series series(ToDoubleFunction<ServiceRun> value) {
      return Series.of(runs.stream().map(value::applyAsDouble).toList());
    }
  }

  private Services() {}

  /** Exits with 0 when all was measured, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("services", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, List.of(), USAGE);
    final Path agent = arguments.agent();
    final Path shop = arguments.jar("--shop", "the demo shop's jar");
    final @Nullable Path out = arguments.out();
    final Path javaHome = arguments.javaHome();
    final ServiceRun.Plan plan =
        new ServiceRun.Plan(
            javaHome, shop, arguments.count("--seconds", SECONDS), arguments.count("--rate", RATE));
    final List<Subject> subjects = new ArrayList<>();
    subjects.add(new Subject(NONE, null));
    subjects.add(new Subject("mapscope", agent));
    if (arguments.has("--options")) {
      subjects.add(new Subject("mapscope " + arguments.text("--options"), arguments.set(agent)));
    }
    if (arguments.has("--beside")) {
      final Path beside = arguments.jar("--beside", "another agent's jar");
      subjects.add(new Subject(beside.getFileName().toString(), beside));
    }
    final int rounds = arguments.count("--rounds", ROUNDS);
    final Environment environment = Environment.of(Services.class, given, javaHome, agent);
    measure(plan, subjects, rounds);
    final List<Line> lines = lines(subjects);
    print(environment, lines);
    if (out != null) {
      ResultsFile.of(environment, rounds, lines).write(out);
    }
  }

  private static void measure(ServiceRun.Plan plan, List<Subject> subjects, int rounds)
      throws IOException, InterruptedException {
    final List<Subject> order = new ArrayList<>(subjects);
    for (int round = 0; round < rounds; round++) {
      for (final Subject subject : order) {
        try (Scratch scratch = Scratch.make("services")) {
          subject.runs().add(ServiceRun.measure(plan, subject.agent(), scratch.directory()));
        }
      }
      Collections.rotate(order, 1);
      System.err.printf("round %d of %d done%n", round + 1, rounds);
    }
  }

  private static List<Line> lines(List<Subject> subjects) {
    return List.of(
        line("closed loop, requests per second", subjects, ServiceRun::closedPerSecond),
        line("closed loop, CPU per request, us", subjects, ServiceRun::cpuMicrosPerRequest),
        line("open loop, p50, us", subjects, ServiceRun::openP50Micros),
        line("open loop, p99, us", subjects, ServiceRun::openP99Micros),
        line("open loop, p99.9, us", subjects, ServiceRun::openP999Micros),
        line("start until open, ms", subjects, ServiceRun::startMillis),
        line("resident memory, MB", subjects, ServiceRun::residentMb));
  }

  private static Line line(
      String quantity, List<Subject> subjects, ToDoubleFunction<ServiceRun> value) {
    final Series base = subjects.get(0).series(value);
    final List<Figures> variants = new ArrayList<>();
    variants.add(new Figures(subjects.get(0).name(), base, null, null));
    for (final Subject subject : subjects.subList(1, subjects.size())) {
      final Series figures = subject.series(value);
      final Series ratio = figures.over(base);
      variants.add(new Figures(subject.name(), figures, ratio, MedianInterval.of(ratio)));
    }
    return new Line(quantity, variants);
  }

  private static void print(Environment environment, List<Line> lines) {
    System.out.printf("%s%n%n", environment.headline());
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
    return String.format(
        Locale.ROOT, "%,.0f (%,.0f to %,.0f)", series.median(), series.min(), series.max());
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
