package io.mapscope.profile.json;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.json.JsonNode.JsonArray;
import io.mapscope.profile.json.JsonNode.JsonNumber;
import io.mapscope.profile.json.JsonNode.JsonObject;
import io.mapscope.profile.json.JsonNode.JsonString;
import io.mapscope.profile.json.JsonNode.JsonWord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value somewhere in a JSON document, read as what the caller expects it to be; every fault names
 * the path to the value, what was expected and what is there.
 */
final class JsonCursor {

  /** Turns a value into a record; an {@link IllegalArgumentException} becomes a fault there. */
  interface Reading<T> {
    T read(JsonCursor cursor) throws MalformedReport;
  }

  private static final Pattern INTEGER = Pattern.compile("-?\\d+");

  private final JsonSource source;
  private final JsonNode node;
  private final String path;

  JsonCursor(JsonSource source, JsonNode node, String path) {
    this.source = source;
    this.node = node;
    this.path = path;
  }

  /** Whether this is an object that has the property. */
  boolean has(String name) {
    return node instanceof JsonObject object && object.properties().containsKey(name);
  }

  /** The property, which must be there. */
  JsonCursor get(String name) throws MalformedReport {
    if (!(node instanceof JsonObject object)) {
      throw expected("an object");
    }
    JsonNode property = object.properties().get(name);
    if (property == null) {
      throw fault("property \"" + name + "\" is missing");
    }
    return new JsonCursor(source, property, path.isEmpty() ? name : path + "." + name);
  }

  /** The property as {@code reading} takes it, or null when it is absent. */
  <T> @Nullable T optional(String name, Reading<T> reading) throws MalformedReport {
    return has(name) ? get(name).as(reading) : null;
  }

  /** The items of the property, or null when it is absent. */
  <T> @Nullable List<T> optionalList(String name, Reading<T> reading) throws MalformedReport {
    return has(name) ? get(name).list(reading) : null;
  }

  /** The property, or {@link MapFacts#UNKNOWN} when it is absent. */
  long known(String name) throws MalformedReport {
    return has(name) ? get(name).longInteger() : MapFacts.UNKNOWN;
  }

  /** The names of an object's properties, in the order of the text. */
  Set<String> names() throws MalformedReport {
    if (node instanceof JsonObject object) {
      return object.properties().keySet();
    }
    throw expected("an object");
  }

  /** Whether this is a number. */
  boolean isNumber() {
    return node instanceof JsonNumber;
  }

  /** Whether this is an array. */
  boolean isArray() {
    return node instanceof JsonArray;
  }

  /** Whether this is a number written as an integer, without point or exponent. */
  boolean isInteger() {
    return node instanceof JsonNumber number && INTEGER.matcher(number.text()).matches();
  }

  <T> T as(Reading<T> reading) throws MalformedReport {
    try {
      return reading.read(this);
    } catch (IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()));
    }
  }

  <T> List<T> list(Reading<T> reading) throws MalformedReport {
    if (!(node instanceof JsonArray array)) {
      throw expected("an array");
    }
    List<T> list = new ArrayList<>(array.items().size());
    for (JsonNode item : array.items()) {
      list.add(new JsonCursor(source, item, path + "[" + list.size() + "]").as(reading));
    }
    return list;
  }

  String string() throws MalformedReport {
    if (node instanceof JsonString string) {
      return string.value();
    }
    throw expected("a string");
  }

  @Nullable String nullableString() throws MalformedReport {
    return isNull() ? null : string();
  }

  long longInteger() throws MalformedReport {
    if (node instanceof JsonNumber number) {
      try {
        return new BigDecimal(number.text()).longValueExact();
      } catch (ArithmeticException | NumberFormatException e) {
        throw expected("an integer of at most 64 bits");
      }
    }
    throw expected("an integer");
  }

  int integer() throws MalformedReport {
    long value = longInteger();
    if (value != (int) value) {
      throw expected("an integer of at most 32 bits");
    }
    return (int) value;
  }

  double number() throws MalformedReport {
    if (node instanceof JsonNumber number) {
      return Double.parseDouble(number.text());
    }
    throw expected("a number");
  }

  /** A number, or NaN for null. */
  double numberOrNaN() throws MalformedReport {
    return isNull() ? Double.NaN : number();
  }

  boolean bool() throws MalformedReport {
    if (isWord("true") || isWord("false")) {
      return isWord("true");
    }
    throw expected("true or false");
  }

  /** Whether this is null. */
  boolean isNull() {
    return isWord("null");
  }

  private boolean isWord(String text) {
    return node instanceof JsonWord word && word.word().equals(text);
  }

  private MalformedReport expected(String what) {
    return fault("expected " + what + ", found " + node.kind());
  }

  MalformedReport fault(String message) {
    return source.fault(path.isEmpty() ? message : path + ": " + message, node.offset());
  }
}
