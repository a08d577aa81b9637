package io.mapscope.prove;

import io.mapscope.cli.ExitStatus;
import io.mapscope.cli.VersionProvider;
import io.mapscope.prove.forecast.Forecast;
import io.mapscope.prove.forecast.ForecastMarkdown;
import io.mapscope.prove.forecast.Forecaster;
import io.mapscope.prove.forecast.Program;
import io.mapscope.prove.forecast.Programs;
import io.mapscope.prove.measure.Plan;
import io.mapscope.prove.seeds.bench.Draws;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Holds what is forecast for programs with a known fix against what that fix gains. However it
 * ends, by itself or by a signal, what was compared is printed, once.
 */
@Command(
    name = "forecast",
    description = {
      "Records programs that have a fixed form, forecasts what the fix gains, measures what it",
      "does gain, and says how right the forecasts were. Numbers want a quiet machine."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    footer = {"", "Exit status: 0 fine, 2 bad usage or input, 70 a fault in Mapscope itself."})
final class ForecastCommand implements Callable<Integer> {

  private static final int ROUNDS = 4;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(paramLabel = "PROGRAMS", description = "the jar of the programs, corpus.jar")
  private Path programs;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Option(names = "--agent", required = true, paramLabel = "JAR", description = "mapscope.jar")
  private Path agent;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "only this program; may be given several times")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long a program runs each time, ${DEFAULT-VALUE} by default")
  private int seconds = 5;

  @Option(
      names = "--replay-seconds",
      paramLabel = "N",
      description = "how long the replay of a map may take, ${DEFAULT-VALUE} by default")
  private double replaySeconds = Plan.QUICK_SECONDS;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /** Those that are done. Guarded by this. */
  private final List<Forecast> forecasts = new ArrayList<>();

  private boolean told;

  @Override
  public Integer call() throws IOException {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      return refuse(problems);
    }
    Path folder = Files.createTempDirectory("mapscope-forecast-");
    try {
      return forecast(
          new Programs(programs.toAbsolutePath(), agent.toAbsolutePath(), seconds, folder));
    } finally {
      delete(folder);
    }
  }

  private int forecast(Programs all) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    List<Program> chosen =
        all.list().stream().filter(one -> only.isEmpty() || only.contains(one.name())).toList();
    if (chosen.isEmpty()) {
      return refuse(List.of("--only: there is none of " + only + " in " + programs));
    }
    Plan plan = Plan.quick(Draws.usualSeed()).within(replaySeconds);
    Forecaster forecaster =
        new Forecaster(all, ROUNDS, plan, line -> err.println("mapscope: " + line));
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "mapscope-forecast-end"));
    for (Program program : chosen) {
      add(forecaster.of(program));
    }
    tell();
    return ExitStatus.FINE;
  }

  private synchronized void add(Forecast forecast) {
    forecasts.add(forecast);
  }

  /** The JVM ends before its time, or has told all: programs and replays must not outlive it. */
  private void interrupted() {
    tell();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private synchronized void tell() {
    if (told) {
      return;
    }
    told = true;
    PrintWriter out = spec.commandLine().getOut();
    ForecastMarkdown.of(forecasts).forEach(out::println);
    out.flush();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Path jar : List.of(programs, agent)) {
      if (!Files.isRegularFile(jar)) {
        problems.add(jar + ": there is no such file");
      }
    }
    if (seconds < 1) {
      problems.add("--seconds: expected 1 or more, got " + seconds);
    }
    if (!(replaySeconds > 0)) {
      problems.add("--replay-seconds: expected a number above 0, got " + replaySeconds);
    }
    return problems;
  }

  private int refuse(List<String> problems) {
    return Refusal.of(spec.commandLine().getErr(), problems);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
