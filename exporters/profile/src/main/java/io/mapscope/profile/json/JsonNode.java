package io.mapscope.profile.json;

import java.util.List;
import java.util.Map;

/** A parsed JSON value that remembers where in the text it began, so that a fault can be shown. */
sealed interface JsonNode {

  /** Index of the value's first character in the text. */
  int offset();

  /** How a message names this kind of value. */
  String kind();

  /** An object; properties in the order of the text. */
  record JsonObject(Map<String, JsonNode> properties, int offset) implements JsonNode {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /** An array. */
  record JsonArray(List<JsonNode> items, int offset) implements JsonNode {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** A string, its escapes resolved. */
  record JsonString(String value, int offset) implements JsonNode {
    @Override
    public String kind() {
      return "a string";
    }
  }

  /** A number as it stands in the text; its reader decides what it must fit into. */
  record JsonNumber(String text, int offset) implements JsonNode {
    @Override
    public String kind() {
      return "the number " + text;
    }
  }

  /** One of the words {@code true}, {@code false} and {@code null}. */
  record JsonWord(String word, int offset) implements JsonNode {
    @Override
    public String kind() {
      return word;
    }
  }
}
