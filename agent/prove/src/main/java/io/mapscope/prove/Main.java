package io.mapscope.prove;

import io.mapscope.cli.CommandLines;

/** Entry of {@code java -jar mapscope-prove.jar}. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(CommandLines.run(new ProveCommand(), arguments));
  }
}
