package io.mapscope.cli;

import io.mapscope.profile.text.Printable;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How every command line of ours runs: its streams, its messages about mistakes, its status. */
public final class CommandLines {

  private CommandLines() {}

  /**
   * Runs {@code command} on this process's streams.
   *
   * @return the exit status, see {@link ExitStatus}
   */
  public static int run(Object command, String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, charset("stdout.encoding"));
    PrintWriter err = new PrintWriter(System.err, true, charset("stderr.encoding"));
    return run(command, out, err, arguments);
  }

  /**
   * Runs {@code command}.
   *
   * @param out takes results
   * @param err takes messages
   * @return the exit status, see {@link ExitStatus}
   */
  static int run(Object command, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine =
        new CommandLine(command)
            .setOut(out)
            .setErr(err)
            .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
            .setExpandAtFiles(false)
            .registerConverter(Path.class, CommandLines::path)
            .setParameterExceptionHandler(CommandLines::explain)
            .setExitCodeExceptionMapper(e -> ExitStatus.INTERNAL_ERROR);
    int status = commandLine.execute(arguments);
    out.flush();
    err.flush();
    return status;
  }

  /** Says what is wrong; the names of others in it are shown, not obeyed, by the terminal. */
  public static void complain(PrintWriter err, String problem) {
    List<String> lines = problem.lines().map(Printable::of).toList();
    err.println("mapscope: " + String.join(System.lineSeparator(), lines));
  }

  /** What the stream encodes to: JDK 19 and later say so, before that it is the system's own. */
  private static Charset charset(String property) {
    String system = System.getProperty("native.encoding", StandardCharsets.UTF_8.name());
    return Charset.forName(System.getProperty(property, system));
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException noName) {
      throw new TypeConversionException("'" + name + "' is no file name: " + noName.getReason());
    }
  }

  private static int explain(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("mapscope: " + Printable.of(message(e)));
    err.println("Nothing was done. See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.BAD_USAGE_OR_INPUT;
  }

  private static String message(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    if (unmatched.isUnknownOption()) {
      String like = String.join(" or ", unmatched.getSuggestions());
      String hint = like.isEmpty() ? "" : ", did you mean " + like + "?";
      return "there is no option " + unmatched.getUnmatched().get(0) + hint;
    }
    return "there is no command "
        + unmatched.getUnmatched().get(0)
        + "; commands: "
        + String.join(", ", e.getCommandLine().getSubcommands().keySet());
  }
}
