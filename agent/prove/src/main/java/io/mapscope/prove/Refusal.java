package io.mapscope.prove;

import io.mapscope.cli.CommandLines;
import io.mapscope.cli.ExitStatus;
import java.io.PrintWriter;
import java.util.List;

/** How a command of this jar says that it does not begin. */
final class Refusal {

  private Refusal() {}

  /** Names every problem, and returns the exit status. */
  static int of(PrintWriter err, List<String> problems) {
    problems.forEach(problem -> CommandLines.complain(err, problem));
    err.println("mapscope: nothing was measured");
    return ExitStatus.BAD_USAGE_OR_INPUT;
  }
}
