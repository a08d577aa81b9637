package io.mapscope.jfr;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of texts as one text and back, because an event has no list fields.
 *
 * <p>Every item is ended (not separated) by its terminator, so that no item and one empty item
 * differ. Backslash, tab and line feed inside an item are written as {@code \\}, {@code \t} and
 * {@code \n}; all else stays readable.
 */
final class Lines {

  private Lines() {}

  /** The items, each ended by {@code terminator}, a line feed or a tab. */
  static String join(List<String> items, char terminator) {
    StringBuilder text = new StringBuilder();
    for (String item : items) {
      text.append(escape(item)).append(terminator);
    }
    return text.toString();
  }

  /**
   * The inverse of {@link #join}.
   *
   * @throws IllegalArgumentException when {@code text} is none that {@link #join} makes
   */
  static List<String> split(String text, char terminator) {
    List<String> items = new ArrayList<>();
    for (String raw : rawLines(text, terminator)) {
      items.add(unescape(raw));
    }
    return items;
  }

  /** The parts that stand before each {@code terminator}, their escapes still in place. */
  static List<String> rawLines(String text, char terminator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(terminator, start);
      if (end < 0) {
        throw new IllegalArgumentException("a list that ends inside an item");
      }
      parts.add(text.substring(start, end));
      start = end + 1;
    }
    return parts;
  }

  static String escape(String item) {
    return item.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  static String unescape(String raw) {
    StringBuilder item = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      item.append(c == '\\' ? escaped(raw, ++i) : c);
    }
    return item.toString();
  }

  private static char escaped(String raw, int at) {
    char c = at < raw.length() ? raw.charAt(at) : ' ';
    return switch (c) {
      case '\\' -> '\\';
      case 't' -> '\t';
      case 'n' -> '\n';
      default -> throw new IllegalArgumentException("a list with an unknown escape");
    };
  }
}
