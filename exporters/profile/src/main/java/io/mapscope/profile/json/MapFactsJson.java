package io.mapscope.profile.json;

import io.mapscope.profile.MapFacts;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The properties of {@link MapFacts} in JSON, both ways; a section that is null is left out. */
final class MapFactsJson {

  private static final String OPERATION_ERRORS = "operationErrors";

  private MapFactsJson() {}

  /** Writes an item of a list, or the content of a section. */
  interface Writing<T> {
    void write(JsonWriter json, T value) throws IOException;
  }

  /** Writes the properties into the object that is open. */
  static void write(JsonWriter json, MapFacts facts) throws IOException {
    inline(json, "nulls", facts.nulls(), UsageJson::nulls);
    list(json, "hotKeys", facts.hotKeys(), UsageJson::hotKey);
    if (facts.keyClass() != null) {
      json.name("keyClass").value(facts.keyClass());
    }
    section(json, "contention", facts.contention(), ContentionJson::write);
    section(json, "latencyNanos", facts.latency(), LatencyJson::write);
    inline(json, "allocation", facts.allocation(), BulkJson::allocation);
    inline(json, "copies", facts.copies(), BulkJson::copies);
    list(json, "serializations", facts.serializations(), BulkJson::serialization);
    LockJson.write(json, facts.externalLock());
    list(json, "callSites", facts.callSites(), UsageJson::callSite);
    inline(json, "shape", facts.shape(), UsageJson::shape);
    inline(json, "nature", facts.nature(), BuildJson::nature);
    inline(json, "history", facts.history(), BuildJson::history);
    inline(json, "activity", facts.activity(), BuildJson::activity);
    inline(json, "lives", facts.lives(), BuildJson::lives);
    inline(json, "spread", facts.spread(), BuildJson::spread);
  }

  /** The same of facts that stand alone, without the counts that the errors belong beside. */
  static void writeAlone(JsonWriter json, MapFacts facts) throws IOException {
    write(json, facts);
    inline(json, OPERATION_ERRORS, facts.operationErrors(), OperationsJson::counts);
  }

  static MapFacts read(JsonCursor json) throws MalformedReport {
    return new MapFacts(
        json.optional("nulls", UsageJson::nulls),
        json.optionalList("hotKeys", UsageJson::hotKey),
        json.optional("keyClass", JsonCursor::string),
        json.optional("contention", ContentionJson::read),
        json.optional("latencyNanos", LatencyJson::read),
        json.optional("allocation", BulkJson::allocation),
        json.optional("copies", BulkJson::copies),
        json.optionalList("serializations", BulkJson::serialization),
        LockJson.read(json),
        json.optionalList("callSites", UsageJson::callSite),
        json.optional("shape", UsageJson::shape),
        json.optional("nature", BuildJson::nature),
        json.optional("history", BuildJson::history),
        json.optional("activity", BuildJson::activity),
        json.optional("lives", BuildJson::lives),
        json.optional("spread", BuildJson::spread),
        json.optional(OPERATION_ERRORS, OperationsJson::counts));
  }

  /** An object over several lines, unless {@code value} is null. */
  static <T> void section(JsonWriter json, String name, @Nullable T value, Writing<T> writing)
      throws IOException {
    if (value != null) {
      json.name(name).open('{');
      writing.write(json, value);
      json.close('}');
    }
  }

  /** An object on one line, unless {@code value} is null. */
  static <T> void inline(JsonWriter json, String name, @Nullable T value, Writing<T> writing)
      throws IOException {
    if (value != null) {
      json.name(name);
      item(json, value, writing);
    }
  }

  /** An array with an item a line, unless {@code values} is null. */
  static <T> void list(JsonWriter json, String name, @Nullable List<T> values, Writing<T> writing)
      throws IOException {
    if (values != null) {
      json.name(name).open('[');
      for (T value : values) {
        item(json, value, writing);
      }
      json.close(']');
    }
  }

  private static <T> void item(JsonWriter json, T value, Writing<T> writing) throws IOException {
    json.openInline('{');
    writing.write(json, value);
    json.close('}');
  }
}
