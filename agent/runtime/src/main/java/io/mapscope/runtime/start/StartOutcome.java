package io.mapscope.runtime.start;

import java.util.List;

/**
 * How a start of the agent ended.
 *
 * @param kind what has become of it
 * @param lines for people: the problems, or what is worth knowing of an agent that runs
 */
record StartOutcome(Kind kind, List<String> lines) {
  /** The words are those of an answer to the command line. */
  enum Kind {
    /** The agent runs. */
    RUNNING("running"),
    /** It was asked to do nothing. */
    DISABLED("disabled"),
    /** The options are mistaken; nothing was touched. */
    BAD_OPTIONS("bad-options"),
    /** This JVM is none for the agent, or has one; nothing was touched. */
    REFUSED("refused");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static StartOutcome running(List<String> lines) {
    return new StartOutcome(Kind.RUNNING, lines);
  }

  static StartOutcome refused(String reason) {
    return new StartOutcome(Kind.REFUSED, List.of(reason));
  }

  StartOutcome {
    lines = List.copyOf(lines);
  }

  boolean isRunning() {
    return kind == Kind.RUNNING;
  }
}
