package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Has a service, the demo shop or a Kafka node, work for long with the agent, at its default
 * settings unless others are given, and, beside it at the same time, without: what grows with the
 * agent alone is a leak. Between slices of load both are looked at, after collections.
 *
 * <p>By default the agent has an event stream open, of waits for monitors, and the only repository
 * of Flight Recorder is that stream's. With {@code --recording} the JVMs record too, and keep
 * little: then the agent's own events are written, and it asks for no more waits than the
 * recording.
 *
 * <p>A quantity is judged by how much more it grew with the agent than without, from the median of
 * the first third of the slices to that of the last; the slice in which both warm up is left out.
 */
public final class Soak {
  private static final String USAGE =
      "java -cp benchmarks.jar "
          + Soak.class.getName()
          + " --agent JAR --shop JAR|--kafka DIRECTORY-OF-JARS [--options OPTIONS]"
          + " [--java JDK-HOME] [--recording] [--slices N] [--seconds N] [--out FILE]";
  private static final List<String> OPTIONS =
      List.of(
          "--agent", "--options", "--shop", "--kafka", "--java", "--slices", "--seconds", "--out");
  private static final List<String> FLAGS = List.of("--recording");
  private static final int SLICES = 12;

  /** With the slice that warms up, and the looks in between, about an hour. */
  private static final int SECONDS = 270;

  /** Chunks that are small, and kept until there are 12 MB of them: with the current one, 16. */
  private static final List<String> RECORDING =
      List.of("-XX:StartFlightRecording:maxsize=12m", "-XX:FlightRecorderOptions:maxchunksize=4m");

  /** What that holds at most, and more than the agent's stream does. */
  private static final double REPOSITORY_MB = 16;

  static final int STATUS_GROWS = 3;

  /** Both services after one slice, and what each answered in a second of it. */
  private record Slice(Vitals without, Vitals with, double withoutPerSecond, double withPerSecond) {
    double throughputRatio() {
      return withPerSecond / withoutPerSecond;
    }
  }

  /**
   * What to soak.
   *
   * @param agent its jar, with options behind a {@code =} if they are not the default
   * @param flags of both JVMs
   * @param seconds of a slice
   */
  private record Plan(
      SoakedService.Opener service,
      Path javaHome,
      String agent,
      List<String> flags,
      int slices,
      int seconds) {
    SoakedService open(@Nullable String agentOrNone, Path scratch)
        throws IOException, InterruptedException {
      return service.open(new JvmSettings(javaHome, agentOrNone, scratch, flags));
    }
  }

  private Soak() {}

  /** Exits with 0 when nothing grows, with 3 when something does, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("soak", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, FLAGS, USAGE);
    final Path agent = arguments.agent();
    final Plan plan =
        new Plan(
            service(arguments),
            arguments.javaHome(),
            arguments.set(agent),
            arguments.has("--recording") ? RECORDING : List.of(),
            arguments.count("--slices", SLICES),
            arguments.count("--seconds", SECONDS));
    final Path out = arguments.out();
    final Environment environment = Environment.of(Soak.class, given, plan.javaHome(), agent);

    final List<SoakLine> lines = lines(soak(plan));
    print(environment, plan, lines);
    if (out != null) {
      ResultsFile.of(environment, plan.slices(), lines).write(out);
    }
    if (!lines.stream().allMatch(SoakLine::flat)) {
      System.exit(STATUS_GROWS);
    }
  }

  private static SoakedService.Opener service(Arguments arguments) throws UsageException {
    if (arguments.has("--shop") == arguments.has("--kafka")) {
      throw new UsageException("expected one of --shop and --kafka; usage: " + USAGE);
    }
    if (arguments.has("--kafka")) {
      final Path jars = arguments.jars("--kafka", "a directory with Kafka's jars");
      return settings -> KafkaProcess.open(jars, settings);
    }
    final Path shop = arguments.jar("--shop", "the demo shop's jar");
    return settings -> ShopProcess.open(shop, settings);
  }

  private static List<Slice> soak(Plan plan) throws IOException, InterruptedException {
    final List<Slice> all = new ArrayList<>();
    try (Scratch scratch = Scratch.make("soak");
        SoakedService without = plan.open(null, scratch.sub("without"));
        SoakedService with = plan.open(plan.agent(), scratch.sub("with"))) {
      for (int i = 0; i <= plan.slices(); i++) {
        final Slice slice = slice(without, with, plan.seconds());
        if (i > 0) {
          all.add(slice);
        }
        System.err.printf(
            Locale.ROOT,
            "slice %d of %d: throughput %.3f of that without the agent, heap %.1f and %.1f MB%n",
            i,
            plan.slices(),
            slice.throughputRatio(),
            slice.with().heapMb(),
            slice.without().heapMb());
      }
    }
    return all;
  }

  private static Slice slice(SoakedService without, SoakedService with, int seconds)
      throws IOException, InterruptedException {
    final SoakedService.Load plain = without.startLoad(seconds);
    final SoakedService.Load watched = with.startLoad(seconds);
    final double withoutPerSecond = plain.perSecond();
    final double withPerSecond = watched.perSecond();
    return new Slice(
        Vitals.of(without.pid(), without.temporary()),
        Vitals.of(with.pid(), with.temporary()),
        withoutPerSecond,
        withPerSecond);
  }

  private static List<SoakLine> lines(List<Slice> slices) {
    return List.of(
        line("heap after collections, MB", slices, Vitals::heapMb, 4, 0.05),
        line("metaspace, MB", slices, Vitals::metaspaceMb, 2, 0.02),
        line("threads", slices, Vitals::threads, 2, 0),
        line("open files", slices, Vitals::files, 4, 0),
        line(
            "Flight Recorder and temporary files, MB",
            slices,
            Vitals::temporaryMb,
            REPOSITORY_MB,
            0),
        SoakLine.ofNoisy(
            "throughput lost against that without the agent, %",
            slices.stream().map(slice -> 0.0).toList(),
            slices.stream().map(slice -> 100 * (1 - slice.throughputRatio())).toList(),
            5));
  }

  private static SoakLine line(
      String quantity,
      List<Slice> slices,
      ToDoubleFunction<Vitals> value,
      double absolute,
      double relative) {
    return SoakLine.of(
        quantity,
        slices.stream().map(slice -> value.applyAsDouble(slice.without())).toList(),
        slices.stream().map(slice -> value.applyAsDouble(slice.with())).toList(),
        absolute,
        relative);
  }

  private static void print(Environment environment, Plan plan, List<SoakLine> lines) {
    System.out.printf(
        "%s%n%n%d slices of %d s, after one that warmed up%n%n",
        environment.headline(), plan.slices(), plan.seconds());
    System.out.println(
        "| quantity | without the agent, first and last | with | grew by more | may grow by | |");
    System.out.println("|---|---:|---:|---:|---:|---|");
    for (final SoakLine line : lines) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %.1f | %.1f | %s |%n",
          line.quantity(),
          ends(line.without()),
          ends(line.with()),
          line.grewBy(),
          line.mayGrowBy(),
          line.flat() ? "flat" : "**GROWS**");
    }
  }

  private static String ends(Series series) {
    final List<Double> all = series.rounds();
    return String.format(Locale.ROOT, "%.1f, %.1f", all.get(0), all.get(all.size() - 1));
  }
}
