package io.mapscope.profile.json;

import java.io.IOException;

/**
 * Quotes text as a JSON string that any reader, JavaScript included, takes for the same text.
 *
 * <p>Beside what JSON demands, these are escaped: delete and the C1 controls (a terminal may obey
 * them), the line separators U+2028 and U+2029 (they end a line in older JavaScript) and surrogates
 * without their other half (they have no UTF-8 form, the encoder would put a question mark).
 */
final class JsonText {

  private static final char DELETE = 0x7f;
  private static final char LAST_C1_CONTROL = 0x9f;
  private static final char LINE_SEPARATOR = 0x2028;
  private static final char PARAGRAPH_SEPARATOR = 0x2029;

  private JsonText() {}

  static void quote(String text, Appendable out) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        out.append(c).append(text.charAt(++i));
      } else {
        append(c, out);
      }
    }
    out.append('"');
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  private static void append(char c, Appendable out) throws IOException {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (mustEscape(c)) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static boolean mustEscape(char c) {
    return c < ' '
        || (c >= DELETE && c <= LAST_C1_CONTROL)
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR
        || Character.isSurrogate(c);
  }
}
