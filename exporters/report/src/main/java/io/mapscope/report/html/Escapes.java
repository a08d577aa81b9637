package io.mapscope.report.html;

import java.io.IOException;

/**
 * Text on its way into an HTML file, with every character that means something there written as
 * what it stands for. Not closed, not synchronized.
 */
final class Escapes implements Appendable {

  /** How a character is written, or null when it stands for itself. */
  private interface Rule {
    String escaped(char c);
  }

  private static final String ITSELF = "";

  private final Appendable out;
  private final Rule rule;

  private Escapes(Appendable out, Rule rule) {
    this.out = out;
    this.rule = rule;
  }

  /**
   * JSON inside a script element that is not run. A {@code <} could end the element or begin a
   * comment in it, and it occurs only inside of JSON's strings, as the others do; U+2028 and U+2029
   * would end a line of JavaScript, should somebody read it as that.
   */
  static Escapes json(Appendable out) {
    return new Escapes(out, Escapes::inJson);
  }

  /** The text of an element. */
  static Escapes text(Appendable out) {
    return new Escapes(out, Escapes::inText);
  }

  private static String inJson(char c) {
    return switch (c) {
      case '<', '>', '&', '\u2028', '\u2029' -> String.format("\\u%04x", (int) c);
      default -> ITSELF;
    };
  }

  private static String inText(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      default -> ITSELF;
    };
  }

  @Override
  public Escapes append(CharSequence text) throws IOException {
    return append(text, 0, text.length());
  }

  @Override
  public Escapes append(CharSequence text, int start, int end) throws IOException {
    int plain = start;
    for (int i = start; i < end; i++) {
      String escaped = rule.escaped(text.charAt(i));
      if (!escaped.isEmpty()) {
        out.append(text, plain, i).append(escaped);
        plain = i + 1;
      }
    }
    out.append(text, plain, end);
    return this;
  }

  @Override
  public Escapes append(char c) throws IOException {
    return append(String.valueOf(c));
  }
}
