package io.mapscope.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between its words; a word too long for a line is cut in its middle. */
public final class Paragraph {

  private static final char UNBREAKABLE_SPACE = '\u00a0';

  private Paragraph() {}

  /** {@code text}, to be kept on one line. */
  static String together(String text) {
    return text.replace(' ', UNBREAKABLE_SPACE);
  }

  /** The lines of {@code text} in a report; see {@link #lines(String, String, String, int)}. */
  static List<String> lines(String first, String rest, String text) {
    return lines(first, rest, text, Width.LINE_COLUMNS);
  }

  /**
   * The lines of {@code text}.
   *
   * @param first stands before the first line
   * @param rest stands before every other line
   * @param columns no line is wider, but for {@code first} and {@code rest} themselves
   */
  public static List<String> lines(String first, String rest, String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ")) {
      if (!empty && Width.of(line.toString()) + 1 + Width.of(word) > columns) {
        lines.add(finished(line));
        line = new StringBuilder(rest);
        empty = true;
      }
      line.append(empty ? "" : " ");
      line.append(Width.cut(word, columns - Width.of(line.toString())));
      empty = false;
    }
    lines.add(finished(line));
    return lines;
  }

  private static String finished(StringBuilder line) {
    return line.toString().replace(UNBREAKABLE_SPACE, ' ').stripTrailing();
  }
}
