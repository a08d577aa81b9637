package io.mapscope.prove;

import io.mapscope.cli.CommandLines;
import io.mapscope.cli.ExitStatus;
import io.mapscope.cli.VersionProvider;
import io.mapscope.prove.seeds.Experiment;
import io.mapscope.prove.seeds.SeedMarkdown;
import io.mapscope.prove.seeds.SeedOutput;
import io.mapscope.prove.seeds.SeedPlan;
import io.mapscope.prove.seeds.SeedResult;
import io.mapscope.prove.seeds.SeedRun;
import io.mapscope.prove.seeds.bench.Draws;
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
import picocli.CommandLine.Spec;

/**
 * Measures the seeds' headline results side by side. However it ends, by itself or by a signal,
 * what was measured is printed and written, once.
 */
@Command(
    name = "seeds",
    description = {
      "Measures the headline results that Mapscope started from, in Java and side by side:",
      "serialization, appending, conversion, which map for which share of reads, safe copies.",
      "Numbers want a machine that does nothing else."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    footer = {"", "Exit status: 0 fine, 2 bad usage or output, 70 a fault in Mapscope itself."})
final class SeedsCommand implements Callable<Integer> {

  @Option(
      names = "--quick",
      description = "a few minutes instead of half an hour: fewer sizes, three rounds, short ones")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = {
        "only this: serialization, append, conversion, decision or safe-copy; may be given",
        "several times"
      })
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long one form is measured in a round, instead of 0.8 (quick) or 2")
  private @Nullable Double seconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of what is drawn by lot; ${DEFAULT-VALUE} unless told")
  private long seed = Draws.usualSeed();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "PATH",
      description = {
        "write the result to this file, .md, .json or .svg, or all three to this directory;",
        "may be given several times"
      })
  private List<Path> outputs = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  private boolean told;
  private boolean failed;

  @Override
  public Integer call() {
    List<String> problems = problems();
    PrintWriter err = spec.commandLine().getErr();
    if (!problems.isEmpty()) {
      return Refusal.of(err, problems);
    }
    SeedRun run = new SeedRun(plan(), line -> err.println("mapscope: " + line));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(run), "mapscope-seeds-end"));
    err.println("mapscope: seed " + seed);
    run.run();
    tell(run.result());
    return failed ? ExitStatus.BAD_USAGE_OR_INPUT : ExitStatus.FINE;
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (String name : only) {
      if (!Experiment.ids().contains(name)) {
        problems.add(
            "--only: expected " + String.join(", ", Experiment.ids()) + ", got '" + name + "'");
      }
    }
    if (seconds != null && !(seconds > 0)) {
      problems.add("--seconds: expected a number above 0, got " + seconds);
    }
    return problems;
  }

  private SeedPlan plan() {
    SeedPlan plan = SeedPlan.of(quick, seed);
    if (!only.isEmpty()) {
      plan = plan.only(only.stream().distinct().map(Experiment::of).toList());
    }
    return seconds == null ? plan : plan.within(seconds);
  }

  /** The JVM ends before its time, or has told all: measuring JVMs must not outlive it. */
  private void interrupted(SeedRun run) {
    SeedResult result = run.result();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    tell(result);
  }

  private synchronized void tell(SeedResult result) {
    if (told) {
      return;
    }
    told = true;
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    SeedMarkdown.of(result).forEach(out::println);
    out.flush();
    for (Path path : outputs) {
      for (SeedOutput output : SeedOutput.of(path)) {
        write(output, result, err);
      }
    }
    err.flush();
  }

  private void write(SeedOutput output, SeedResult result, PrintWriter err) {
    try {
      output.write(result);
    } catch (IOException e) {
      failed = true;
      CommandLines.complain(err, output.file() + ": could not be written, " + e);
    }
  }
}
