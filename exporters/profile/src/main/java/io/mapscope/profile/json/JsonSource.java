package io.mapscope.profile.json;

import io.mapscope.profile.text.Printable;

/** The text being parsed, which turns an index into a position that a person finds again. */
record JsonSource(String text) {

  private static final int MAX_MESSAGE_CHARS = 300;

  /**
   * A fault at {@code offset}: one line, ended by line and column. A message may quote the text, so
   * it is cut to {@link #MAX_MESSAGE_CHARS} and its control characters become question marks.
   */
  MalformedReport fault(String message, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = offset - lineStart + 1;
    return new MalformedReport(oneLine(message) + " (line " + line + ", column " + column + ")");
  }

  private static String oneLine(String message) {
    String shown = Printable.of(message);
    return shown.length() <= MAX_MESSAGE_CHARS
        ? shown
        : shown.substring(0, MAX_MESSAGE_CHARS) + "...";
  }
}
