package io.mapscope.corpus.score;

import io.mapscope.corpus.Catalogue;
import io.mapscope.corpus.Entry;
import io.mapscope.corpus.RunCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code score}: runs the corpus under the agent and says how right the advice is. */
@Command(
    name = "score",
    description = {
      "Runs every program in its broken and its fixed form, each in a JVM of its own under the",
      "agent, and holds the findings against the labels. A false alarm is a finding of warning or",
      "above on a healthy or fixed form, on another map than the labelled one or of another rule."
    },
    mixinStandardHelpOptions = true)
public final class ScoreCommand implements Callable<Integer> {
  private static final int GOAL_MISSED = 1;

  @Option(
      names = "--agent",
      paramLabel = "JAR",
      description = "the agent's jar, ${DEFAULT-VALUE} by default")
  private Path agent = Path.of("agent/dist/target/mapscope.jar");

  @Option(
      names = "--options",
      paramLabel = "OPTIONS",
      description = "options of the agent besides the report, such as budget=1%%; none by default")
  private String options = "";

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "a JDK to run the programs on, may be given several times; by default this one")
  private List<Path> javaHomes = new ArrayList<>();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long each program runs, ${DEFAULT-VALUE} by default")
  private int seconds = RunCommand.DEFAULT_SECONDS;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "run only these programs, or those labelled with these rules")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = {
        "how many children run at once, ${DEFAULT-VALUE} by default and at most one per CPU;",
        "more than one is faster, and leaves each program less of the contention it wants to show"
      })
  private int parallel = 1;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "leave each child's report and output in this folder")
  private @Nullable Path keep;

  @Option(names = "--json", description = "print the score as JSON")
  private boolean json;

  @Option(
      names = "--goal",
      description = {
        "exit with status 1 unless no false alarm was raised, no run failed and at least 0.95 of",
        "the labels were found"
      })
  private boolean goal;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    final List<Case> cases = cases();
    check();
    final Score score = Score.of(judge(cases));
    final PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ScoreJson.write(score));
      out.flush();
    } else {
      new ScoreTable(out).print(score);
    }
    return goal && !score.reachesGoal() ? GOAL_MISSED : 0;
  }

  private List<Case> cases() {
    final List<Path> homes =
        javaHomes.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : javaHomes;
    final List<Entry> entries = Catalogue.all().stream().filter(this::wanted).toList();
    if (entries.isEmpty()) {
      throw usage("--only is " + only + ", and there is no such program or rule; see list");
    }
    return homes.stream()
        .flatMap(home -> entries.stream().flatMap(entry -> Case.of(entry, home).stream()))
        .toList();
  }

  private boolean wanted(Entry entry) {
    return only.isEmpty()
        || only.contains(entry.name())
        || entry.rules().stream().anyMatch(only::contains);
  }

  private void check() {
    if (!Files.isRegularFile(agent)) {
      throw usage("--agent is " + agent + ", expected the agent's jar");
    }
    final int cpus = Runtime.getRuntime().availableProcessors();
    if (parallel < 1 || parallel > cpus) {
      throw usage("--parallel is " + parallel + ", expected 1 to " + cpus + ", the CPUs here");
    }
    if (seconds < 1) {
      throw usage("--seconds is " + seconds + ", expected 1 or more");
    }
  }

  private List<Judgement> judge(List<Case> cases) throws IOException, InterruptedException {
    if (keep != null) {
      return judge(cases, Files.createDirectories(keep).toAbsolutePath());
    }
    final Path folder = Files.createTempDirectory("mapscope-corpus-");
    try {
      return judge(cases, folder);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      // A folder's files are deleted before it.
      for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private List<Judgement> judge(List<Case> cases, Path folder)
      throws IOException, InterruptedException {
    final Children children = new Children(agent.toAbsolutePath(), options, seconds, folder);
    final ExecutorService executor = Executors.newFixedThreadPool(parallel);
    try {
      final List<Future<Judgement>> futures = new ArrayList<>();
      for (final Case run : cases) {
        futures.add(executor.submit(() -> judge(children, run)));
      }
      final List<Judgement> judgements = new ArrayList<>();
      for (final Future<Judgement> future : futures) {
        judgements.add(future.get());
      }
      return judgements;
    } catch (ExecutionException e) {
      throw new IOException("a child could not be run", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private Judgement judge(Children children, Case run) throws IOException, InterruptedException {
    final Judgement judgement = Judgement.of(run, children.run(run));
    final PrintWriter err = spec.commandLine().getErr();
    err.println((judgement.good() ? "ok   " : "BAD  ") + run.title());
    err.flush();
    return judgement;
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
