package io.mapscope.prove;

import io.mapscope.cli.CommandLines;
import io.mapscope.cli.ExitStatus;
import io.mapscope.cli.Inputs;
import io.mapscope.cli.VersionProvider;
import io.mapscope.profile.Report;
import io.mapscope.prove.measure.Plan;
import io.mapscope.prove.seeds.bench.Draws;
import io.mapscope.report.ReportRefused;
import io.mapscope.report.ReportWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Replays what was recorded of maps against forms that could take their place.
 *
 * <p>Input and outputs are all checked before anything is measured.
 */
@Command(
    name = "java -jar mapscope-prove.jar",
    description = {
      "Replays what was recorded of a map against forms that could take its place, and",
      "measures what is gained. Numbers want a machine that does nothing else."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    subcommands = {SeedsCommand.class, ForecastCommand.class},
    footer = {"", "Exit status: 0 fine, 2 bad usage or input, 70 a fault in Mapscope itself."})
final class ProveCommand implements Callable<Integer> {

  /** Needed, but not by other commands. */
  @Parameters(
      paramLabel = "INPUT",
      arity = "0..1",
      description = "a recording (.jfr) or a report (.json)")
  private @Nullable Path input;

  @Option(
      names = "--map",
      paramLabel = "ID",
      description = "replay the map with this id; the default are those of all findings")
  private @Nullable String map;

  @Option(
      names = "--finding",
      paramLabel = "ID",
      description = "replay what the finding with this id is about")
  private @Nullable String finding;

  @Option(
      names = "--quick",
      description = "under a minute for each map, with fewer rounds and candidates")
  private boolean quick;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "about how long each map may take, instead of 45 (quick) or 240")
  private @Nullable Double seconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of what is drawn by lot; ${DEFAULT-VALUE} unless told")
  private long seed = Draws.usualSeed();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "write the report with the measured gains to this file, .html, .json, .sarif or",
        ".txt; may be given several times"
      })
  private List<Path> outputs = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  private final List<String> problems = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    Path given = input;
    if (given == null) {
      throw new ParameterException(
          spec.commandLine(), "expected a recording or a report, got none");
    }
    checkOptions();
    @Nullable Report report = new Inputs(problems).read(List.of(given));
    List<ReportWriter> writers = writers();
    if (report == null || !problems.isEmpty()) {
      return refuse();
    }
    Choice choice = Choice.of(report, map, finding);
    if (choice.tasks().isEmpty()) {
      problems.addAll(choice.problems());
      return refuse();
    }
    PrintWriter err = spec.commandLine().getErr();
    choice.problems().forEach(problem -> CommandLines.complain(err, problem));
    Session session = new Session(report, plan(), spec.commandLine(), writers);
    return session.prove(choice.tasks()) ? ExitStatus.FINE : ExitStatus.BAD_USAGE_OR_INPUT;
  }

  private void checkOptions() {
    if (map != null && finding != null) {
      problems.add("expected --map or --finding, got both");
    }
    if (seconds != null && !(seconds > 0)) {
      problems.add("--seconds: expected a number above 0, got " + seconds);
    }
  }

  private Plan plan() {
    Plan plan = quick ? Plan.quick(seed) : Plan.usual(seed);
    return seconds == null ? plan : plan.within(seconds);
  }

  private List<ReportWriter> writers() {
    List<ReportWriter> writers = new ArrayList<>();
    for (Path output : outputs) {
      try {
        writers.add(ReportWriter.to(output));
      } catch (ReportRefused e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return writers;
  }

  private int refuse() {
    return Refusal.of(spec.commandLine().getErr(), problems);
  }
}
