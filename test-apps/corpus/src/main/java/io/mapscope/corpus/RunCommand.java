package io.mapscope.corpus;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: one program, in this JVM. */
@Command(
    name = "run",
    description = "Runs one program in this JVM.",
    mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
  /**
   * How long a program runs unless told otherwise: long enough for every rule's phenomenon to be
   * more than chance, short enough to run all of them in an hour.
   */
  public static final int DEFAULT_SECONDS = 10;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(paramLabel = "NAME", description = "name of the program; see list")
  private String name;

  @Option(names = "--fixed", description = "the fixed form instead of the broken one")
  private boolean fixed;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "how long it runs, ${DEFAULT-VALUE} by default")
  private int seconds = DEFAULT_SECONDS;

  @Option(names = "--turns", description = "says at the end how many turns its threads did")
  private boolean turns;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  /** A field, so that the program and its maps live as long as the command line does. */
  private @Nullable CorpusProgram program;

  @Override
  public Integer call() throws Exception {
    if (seconds < 1) {
      throw usage("--seconds is " + seconds + ", expected 1 or more");
    }
    final Entry entry =
        Catalogue.find(name)
            .orElseThrow(() -> usage("there is no program '" + name + "'; see list"));
    program = entry.program();
    final Deadline deadline = Deadline.in(Duration.ofSeconds(seconds));
    program.run(fixed, deadline);
    if (turns) {
      spec.commandLine().getOut().println("turns " + deadline.turns());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
