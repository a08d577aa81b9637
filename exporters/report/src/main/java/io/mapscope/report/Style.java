package io.mapscope.report;

import io.mapscope.profile.Severity;

/** How parts of a text stand out: not at all, or by colours that a terminal obeys. */
public enum Style {
  /** For files and for whatever is not known to be a terminal. */
  PLAIN {
    @Override
    public String severity(Severity severity, String text) {
      return text;
    }

    @Override
    public String label(String text) {
      return text;
    }
  },
  /** The colours every terminal has had since ECMA-48, of the user's own palette. */
  ANSI {
    @Override
    public String severity(Severity severity, String text) {
      return switch (severity) {
        case ERROR -> BOLD_RED + text + RESET;
        case WARNING -> BOLD_YELLOW + text + RESET;
        case INFO -> BOLD_CYAN + text + RESET;
      };
    }

    @Override
    public String label(String text) {
      return DIM + text + RESET;
    }
  };

  private static final String BOLD_RED = "\u001b[1;31m";
  private static final String BOLD_YELLOW = "\u001b[1;33m";
  private static final String BOLD_CYAN = "\u001b[1;36m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";

  /** A word that tells a severity. */
  public abstract String severity(Severity severity, String text);

  /** A word that says what stands beside it. */
  abstract String label(String text);
}
