package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
          + " --agent JAR [--shop JAR] [--kafka DIRECTORY-OF-JARS] [--sql] [--search]"
          + " [--java JDK-HOME] [--rounds N] [--warm-up SECONDS] [--seconds N] [--rate N]"
          + " [--out FILE]";
  private static final List<String> OPTIONS =
      List.of(
          "--agent",
          "--shop",
          "--kafka",
          "--java",
          "--rounds",
          "--warm-up",
          "--seconds",
          "--rate",
          "--out");
  private static final List<String> FLAGS = List.of("--sql", "--search");
  private static final int ROUNDS = 8;
  private static final int SECONDS = 8;

  /** The agent looks at more in its first minute. */
  private static final int WARM_UP_SECONDS = 75;

  private static final String BEAN = "io.mapscope:type=Mapscope";

  /** So little that the windows are as rare as they get: open for half a percent of the time. */
  private static final String HARDLY_ANY = "0.1%";

  private static final String ALL = "off";

  /** The same process under that budget. */
  private record Budgeted(ServiceVariant variant, String budget) {
    static Budgeted of(String name, Path agent, String budget) {
      return new Budgeted(new ServiceVariant(name, agent, List.of()), budget);
    }
  }

  private Counting() {}

  /** Exits with 0 when all was measured, with 2 on a user's mistake. */
  public static void main(String[] given) throws IOException, InterruptedException {
    Arguments.exitOnMistake("counting", () -> run(given));
  }

  private static void run(String[] given) throws IOException, InterruptedException, UsageException {
    final Arguments arguments = Arguments.parse(given, OPTIONS, FLAGS, USAGE);
    final Path agent = arguments.agent();
    final @Nullable Path out = arguments.out();
    final ServiceRounds.Plan plan =
        new ServiceRounds.Plan(
            arguments.javaHome(),
            1,
            arguments.count("--rounds", ROUNDS),
            arguments.count("--warm-up", WARM_UP_SECONDS),
            arguments.count("--seconds", SECONDS));
    final List<Services.Program> programs = Services.programs(arguments, USAGE);
    final Environment environment = Environment.of(Counting.class, given, plan.javaHome(), agent);
    Services.measureAll(
        programs, environment, plan.rounds(), out, program -> measure(plan, program, agent));
  }

  private static List<Services.Line> measure(
      ServiceRounds.Plan plan, Services.Program program, Path agent)
      throws IOException, InterruptedException {
    final Budgeted hardlyAny = Budgeted.of("hardly any counted", agent, HARDLY_ANY);
    final Budgeted all = Budgeted.of("all counted", agent, ALL);
    try (Scratch scratch = Scratch.make("counting");
        LoadedService service =
            program.opener().open(all.variant().settings(plan.javaHome(), scratch.directory()));
        ManagementBeans beans = ManagementBeans.of(service.pid())) {
      beans.await(BEAN);
      service.warmUp(plan.warmUpSeconds());
      for (int round = 0; round < plan.rounds(); round++) {
        final List<Budgeted> order =
            round % 2 == 0 ? List.of(hardlyAny, all) : List.of(all, hardlyAny);
        for (final Budgeted each : order) {
          beans.set(BEAN, "Budget", each.budget());
          each.variant().add(program.name(), service.round(plan.seconds()));
        }
        System.err.printf("%s: round %d of %d done%n", program.name(), round + 1, plan.rounds());
      }
    }
    return ServiceRounds.lines(program, List.of(hardlyAny.variant(), all.variant()));
  }
}
