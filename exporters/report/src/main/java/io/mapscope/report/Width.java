package io.mapscope.report;

/** The width of text in columns, a column per code point, and text brought to a width. */
final class Width {

  /** The widest line of a text report. */
  static final int LINE_COLUMNS = 120;

  private static final String GAP = "..";

  private Width() {}

  static int of(String text) {
    return text.codePointCount(0, text.length());
  }

  /** {@code text} itself, or its begin and end with two dots between when it is too wide. */
  static String cut(String text, int columns) {
    int width = of(text);
    if (width <= columns) {
      return text;
    }
    int kept = columns - GAP.length();
    if (kept <= 0) {
      return GAP.substring(0, Math.max(0, columns));
    }
    int head = kept / 2;
    int tail = kept - head;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + GAP
        + text.substring(text.offsetByCodePoints(0, width - tail));
  }

  static String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text))) + text;
  }

  static String padRight(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }
}
