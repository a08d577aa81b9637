package io.mapscope.harness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an ended child JVM left: its exit code and all it printed.
 *
 * @param command the command line it was started with
 */
public record ChildResult(String command, int exitCode, String stdout, String stderr) {
  private static final int DESCRIBED_CHARS = 20_000;

  /** The exit code of a JVM that SIGTERM ended after its shutdown hooks: 128 + 15. */
  public static final int EXIT_SIGTERM = 143;

  /**
   * Lines of the JVM or the agent that warn: the launcher's and HotSpot's own form, unified
   * logging's, the class-data-sharing notice, and the agent's problem lines.
   */
  private static final Pattern WARNING =
      Pattern.compile(
          "WARNING|VM warning:|Sharing is only supported|^mapscope: "
              + "|^\\[[0-9.,]+s\\]\\[(warning|error) *\\]");

  /** The JDK begins a warning of several lines with "A ..." and repeats the label on each. */
  private static final Pattern CONTINUATION = Pattern.compile("^WARNING: (?!A )");

  /** Asserts that the child ended with one of these codes. */
  public ChildResult assertExit(int... expected) {
    for (final int code : expected) {
      if (code == exitCode) {
        return this;
      }
    }
    throw new AssertionError(describe("unexpected exit code " + exitCode));
  }

  /**
   * Asserts that neither the JVM nor the agent printed a warning.
   *
   * @param excused names, such as {@code org.acme.}, of the program's own code; a warning that the
   *     JVM prints about it is not ours
   */
  public ChildResult assertQuiet(String... excused) {
    final List<String> warnings =
        warnings().stream()
            .filter(text -> Arrays.stream(excused).noneMatch(text::contains))
            .toList();
    if (!warnings.isEmpty()) {
      throw new AssertionError(
          describe("warnings of the JVM or the agent:\n" + String.join("\n", warnings)));
    }
    return this;
  }

  /** The warnings that {@link #assertQuiet} judges; one of several lines is one warning. */
  private List<String> warnings() {
    final List<String> warnings = new ArrayList<>();
    for (final String line : (stdout + "\n" + stderr).split("\n")) {
      if (CONTINUATION.matcher(line).find() && !warnings.isEmpty()) {
        warnings.add(warnings.remove(warnings.size() - 1) + "\n" + line);
      } else if (WARNING.matcher(line).find()) {
        warnings.add(line);
      }
    }
    return warnings;
  }

  /** A failure message: what went wrong, with which command, and the end of each stream. */
  String describe(String problem) {
    return describe(problem, command, stdout, stderr);
  }

  static String describe(String problem, String command, String stdout, String stderr) {
    return String.join(
        "\n", problem, "command: " + command, "stdout:", tail(stdout), "stderr:", tail(stderr));
  }

  private static String tail(String text) {
    return text.length() <= DESCRIBED_CHARS
        ? text
        : "[...]" + text.substring(text.length() - DESCRIBED_CHARS);
  }
}
