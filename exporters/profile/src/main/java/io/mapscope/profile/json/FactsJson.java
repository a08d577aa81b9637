package io.mapscope.profile.json;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Misuse;
import java.io.IOException;
import java.util.Map;

/**
 * The JSON of {@link MapFacts}, {@link Misuse}, {@link Finding} and evidence by themselves, one
 * object on one line, as they stand in a report; for carriers that hold each as one text.
 */
public final class FactsJson {

  private FactsJson() {}

  /** The facts as one line. */
  public static String toJson(MapFacts facts) {
    return toJson(facts, MapFactsJson::writeAlone);
  }

  /** The misuse as one line. */
  public static String toJson(Misuse misuse) {
    return toJson(misuse, MisuseJson::write);
  }

  /** The finding as one line. */
  public static String toJson(Finding finding) {
    return toJson(finding, FindingJson::write);
  }

  /** A finding's evidence as one line. */
  public static String toJson(Map<String, Object> evidence) {
    return toJson(evidence, FindingJson::evidence);
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

  /**
   * The inverse of {@link #toJson(Finding)}; space around the object is skipped.
   *
   * @throws MalformedReport when {@code json} is none that it makes
   */
  public static Finding readFinding(String json) throws MalformedReport {
    return cursor(json).as(FindingJson::read);
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
