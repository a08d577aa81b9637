package io.mapscope.corpus;

import io.mapscope.corpus.score.ScoreCommand;
import java.lang.ref.Reference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the corpus. */
@Command(
    name = "java -jar corpus.jar",
    description = "Labelled programs, by which Mapscope's advice is scored.",
    subcommands = {ListCommand.class, RunCommand.class, ScoreCommand.class},
    mixinStandardHelpOptions = true,
    version = "Mapscope corpus",
    footer = {"", "Exit status: 0 fine, 1 goal missed or program failed, 2 bad usage."})
public final class Main implements Runnable {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  private Main() {}

  /**
   * Runs one command and ends the JVM: a thread left behind in a corrupted map must not hold it.
   */
  public static void main(String[] args) {
    final CommandLine line = new CommandLine(new Main());
    try {
      System.exit(line.execute(args));
    } finally {
      // A service has its maps until the end, and so has a program: the agent looks at the exit.
      Reference.reachabilityFence(line);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "expected a command, got none; commands: "
            + String.join(", ", spec.subcommands().keySet()));
  }
}
