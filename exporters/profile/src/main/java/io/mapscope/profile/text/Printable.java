package io.mapscope.profile.text;

/**
 * Text that a terminal shows and does not obey.
 *
 * <p>Names come from the class files of the program under observation, which may contain almost any
 * character. Controls (escape sequences), format characters (they can reverse the direction of a
 * line), line separators and broken surrogates become question marks.
 */
public final class Printable {

  private static final int SUBSTITUTE = '?';

  private Printable() {}

  /** {@code text} as it may be shown; it stays one line. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      shown.appendCodePoint(isPrintable(codePoint) ? codePoint : SUBSTITUTE);
      at += Character.charCount(codePoint);
    }
    return shown.toString();
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
