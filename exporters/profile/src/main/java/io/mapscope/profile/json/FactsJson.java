package io.mapscope.profile.json;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Misuse;
import java.io.IOException;

/**
 * The JSON of {@link MapFacts} and of {@link Misuse} by themselves, one object on one line, as they
 * stand in a report's map; for carriers that hold a map's facts as one text.
 */
public final class FactsJson {

  private FactsJson() {}

  /** The facts as one line. */
  public static String toJson(MapFacts facts) {
    return toJson(facts, MapFactsJson::write);
  }

  /** The misuse as one line. */
  public static String toJson(Misuse misuse) {
    return toJson(misuse, MisuseJson::write);
  }

  /**
   * The inverse of {@link #toJson(MapFacts)}; space around the object is skipped.
   *
   * @throws MalformedReport when {@code json} is none that it makes
   */
  public static MapFacts readFacts(String json) throws MalformedReport {
    return cursor(json).as(MapFactsJson::read);
  }

  /**
   * The inverse of {@link #toJson(Misuse)}; space around the object is skipped.
   *
   * @throws MalformedReport when {@code json} is none that it makes
   */
  public static Misuse readMisuse(String json) throws MalformedReport {
    return cursor(json).as(MisuseJson::read);
  }

  private static JsonCursor cursor(String json) throws MalformedReport {
    JsonSource source = new JsonSource(json);
    return new JsonCursor(source, JsonParser.parse(source), "");
  }

  private static <T> String toJson(T value, MapFactsJson.Writing<T> writing) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text);
    try {
      json.openInline('{');
      writing.write(json, value);
      json.close('}');
    } catch (IOException e) {
      throw new AssertionError("a StringBuilder does not fail", e);
    }
    return text.toString();
  }
}
