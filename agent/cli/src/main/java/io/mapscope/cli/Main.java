package io.mapscope.cli;

import java.io.PrintWriter;

/** Entry of {@code java -jar mapscope.jar}. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(CommandLines.run(new MapscopeCommand(), arguments));
  }

  /**
   * Runs the command line within this process.
   *
   * @param out takes results
   * @param err takes messages
   * @return the exit status, see {@link ExitStatus}
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return CommandLines.run(new MapscopeCommand(), out, err, arguments);
  }
}
