package io.mapscope.runtime.advice;

import io.mapscope.report.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is known of the place that standard error goes to: whether it obeys colours, how wide it is.
 *
 * <p>{@code System.console()} does not tell: up to JDK 21 it speaks of standard input and output,
 * from 22 on it may be there without any terminal. So the system is asked for what the descriptor
 * of standard error is, which it tells as a link under {@code /proc}. Where there is no such link
 * there are no colours: escape sequences in a log file are worse than a plain terminal.
 *
 * @param style colours, if there is a terminal that obeys them and nobody has said no
 * @param columns how wide a line may be
 */
record Terminal(Style style, int columns) {

  /** Fits the logs and windows people have, where nothing tells the width. */
  static final int STANDARD_COLUMNS = 100;

  private static final int MOST_COLUMNS = 160;
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  /** The terminal behind standard error, or what stands in for one. */
  static Terminal ofStandardError(Map<String, String> environment) {
    return of(environment, isTerminal(target(STANDARD_ERROR)));
  }

  /** Some place that is no terminal. */
  static Terminal none() {
    return new Terminal(Style.PLAIN, STANDARD_COLUMNS);
  }

  static Terminal of(Map<String, String> environment, boolean terminal) {
    if (!terminal) {
      return none();
    }
    Style style = isColourRefused(environment) ? Style.PLAIN : Style.ANSI;
    return new Terminal(style, columns(environment));
  }

  /** See no-color.org: any value but the empty one counts. */
  private static boolean isColourRefused(Map<String, String> environment) {
    return !environment.getOrDefault("NO_COLOR", "").isEmpty()
        || environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  private static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{0,3}")
        ? Math.min(MOST_COLUMNS, Integer.parseInt(columns))
        : STANDARD_COLUMNS;
  }

  /** {@code /dev/pts/3}, {@code pipe:[4711]}, {@code /var/log/app.log}; empty when not known. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException | InvalidPathException | UnsupportedOperationException noSuchLink) {
      return "";
    }
  }

  /** Whether a descriptor with this target is a terminal of Linux. */
  static boolean isTerminal(String target) {
    return target.matches("/dev/(pts/\\d+|tty[A-Za-z]*\\d*|console)");
  }
}
