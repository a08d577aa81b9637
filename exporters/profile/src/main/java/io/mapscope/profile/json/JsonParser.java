package io.mapscope.profile.json;

import io.mapscope.profile.json.JsonNode.JsonArray;
import io.mapscope.profile.json.JsonNode.JsonNumber;
import io.mapscope.profile.json.JsonNode.JsonObject;
import io.mapscope.profile.json.JsonNode.JsonString;
import io.mapscope.profile.json.JsonNode.JsonWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict JSON parser (RFC 8259): no comments, no trailing commas, no duplicate names.
 *
 * <p>It recurses into objects and arrays, therefore nesting is limited to {@link #MAX_DEPTH}, far
 * more than a report needs and far less than a thread's stack holds. Numbers are limited to {@link
 * #MAX_NUMBER_CHARS}, because converting a long one takes time that grows with its square.
 */
final class JsonParser {

  static final int MAX_DEPTH = 64;
  static final int MAX_NUMBER_CHARS = 400;

  private static final List<String> WORDS = List.of("true", "false", "null");

  private final JsonSource source;
  private final String text;
  private int at;

  private JsonParser(JsonSource source) {
    this.source = source;
    this.text = source.text();
  }

  /** The one value that makes up the whole of {@code source}. */
  static JsonNode parse(JsonSource source) throws MalformedReport {
    JsonParser parser = new JsonParser(source);
    JsonNode node = parser.value(0);
    parser.skipSpace();
    if (parser.at < parser.text.length()) {
      throw parser.unexpected("the end of the text");
    }
    return node;
  }

  private JsonNode value(int depth) throws MalformedReport {
    skipSpace();
    char c = peek();
    if (c == '{' || c == '[') {
      if (depth == MAX_DEPTH) {
        throw source.fault("nested deeper than " + MAX_DEPTH + " levels", at);
      }
      return c == '{' ? object(depth + 1) : array(depth + 1);
    }
    if (c == '"') {
      int start = at;
      return new JsonString(string(), start);
    }
    return c == '-' || isDigit(c) ? number() : word();
  }

  private JsonObject object(int depth) throws MalformedReport {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    int start = at++;
    boolean more = !skip('}');
    while (more) {
      skipSpace();
      int nameStart = at;
      if (peek() != '"') {
        throw unexpected("a property name in double quotes");
      }
      String name = string();
      expect(':');
      if (properties.put(name, value(depth)) != null) {
        throw source.fault("property \"" + name + "\" stands twice in its object", nameStart);
      }
      more = isFollowedByMore('}');
    }
    return new JsonObject(properties, start);
  }

  private JsonArray array(int depth) throws MalformedReport {
    List<JsonNode> items = new ArrayList<>();
    int start = at++;
    boolean more = !skip(']');
    while (more) {
      items.add(value(depth));
      more = isFollowedByMore(']');
    }
    return new JsonArray(items, start);
  }

  private boolean isFollowedByMore(char close) throws MalformedReport {
    if (skip(',')) {
      return true;
    }
    if (skip(close)) {
      return false;
    }
    throw unexpected("',' or '" + close + "'");
  }

  private String string() throws MalformedReport {
    StringBuilder value = new StringBuilder();
    int start = at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c < ' ') {
        throw source.fault("a control character in a string must be escaped", at);
      }
      at++;
      value.append(c == '\\' ? escape() : c);
    }
    throw source.fault("the text ends inside the string that begins", start);
  }

  private char escape() throws MalformedReport {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexCharacter();
      default -> throw source.fault("\\" + c + " is no JSON escape", at - 2);
    };
  }

  private char hexCharacter() throws MalformedReport {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unexpected("a hexadecimal digit");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private JsonNumber number() throws MalformedReport {
    int start = at;
    skipIf("-");
    if (!skipIf("0")) {
      digits();
    }
    if (skipIf(".")) {
      digits();
    }
    if (skipIf("eE")) {
      skipIf("+-");
      digits();
    }
    if (at - start > MAX_NUMBER_CHARS) {
      throw source.fault("a number of more than " + MAX_NUMBER_CHARS + " characters", start);
    }
    return new JsonNumber(text.substring(start, at), start);
  }

  private void digits() throws MalformedReport {
    if (!isDigit(peek())) {
      throw unexpected("a digit");
    }
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private JsonWord word() throws MalformedReport {
    for (String word : WORDS) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return new JsonWord(word, at - word.length());
      }
    }
    throw unexpected("a JSON value");
  }

  private void expect(char c) throws MalformedReport {
    if (!skip(c)) {
      throw unexpected("'" + c + "'");
    }
  }

  /** Goes past {@code c} and the space before it, if that is what follows. */
  private boolean skip(char c) {
    skipSpace();
    return skipIf(Character.toString(c));
  }

  private boolean skipIf(String oneOf) {
    boolean found = at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0;
    at += found ? 1 : 0;
    return found;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws MalformedReport {
    if (at >= text.length()) {
      throw source.fault("the text ends too early", text.length());
    }
    return text.charAt(at);
  }

  private MalformedReport unexpected(String expected) {
    String found = at >= text.length() ? "the end of the text" : shown(text.codePointAt(at));
    return source.fault("expected " + expected + ", found " + found, at);
  }

  private static String shown(int codePoint) {
    boolean printable = codePoint > ' ' && codePoint < 0x7f;
    return printable ? "'" + (char) codePoint + "'" : String.format("U+%04X", codePoint);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
