package io.mapscope.profile.json;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Replacement;
import io.mapscope.profile.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link Finding} in JSON, both ways. */
final class FindingJson {

  private FindingJson() {}

  /** Writes the properties into the object that is open. */
  static void write(JsonWriter json, Finding finding) throws IOException {
    json.name("id").value(finding.id());
    json.name("rule").value(finding.rule());
    json.name("severity").value(finding.severity().jsonName());
    json.name("map").value(finding.map());
    json.name("title").value(finding.title());
    json.name("explanation").value(finding.explanation());
    json.name("confidence").value(finding.confidence());
    json.name("evidence").open('{');
    evidence(json, finding.evidence());
    json.close('}');
    json.name("replacement").open('{');
    json.name("kind").value(finding.replacement().kind());
    json.name("type").value(finding.replacement().type());
    json.name("snippet").value(finding.replacement().snippet());
    json.close('}');
    json.name("caveats").open('[');
    texts(json, finding.caveats());
    json.close(']');
    ProvenGainJson.write(json.name("provenGain"), finding.provenGain());
  }

  /** Writes evidence into the object that is open. */
  static void evidence(JsonWriter json, Map<String, Object> evidence) throws IOException {
    for (Map.Entry<String, Object> entry : evidence.entrySet()) {
      json.name(entry.getKey());
      if (entry.getValue() instanceof Long value) {
        json.value(value.longValue());
      } else if (entry.getValue() instanceof Double value) {
        json.value(value.doubleValue());
      } else if (entry.getValue() instanceof List<?> values) {
        json.openInline('[');
        texts(json, values);
        json.close(']');
      } else {
        json.value(entry.getValue().toString());
      }
    }
  }

  private static void texts(JsonWriter json, List<?> texts) throws IOException {
    for (Object text : texts) {
      json.value(text.toString());
    }
  }

  static Finding read(JsonCursor json) throws MalformedReport {
    return new Finding(
        json.get("id").string(),
        json.get("rule").string(),
        json.get("severity").as(severity -> Severity.ofJsonName(severity.string())),
        json.get("map").string(),
        json.get("title").string(),
        json.get("explanation").string(),
        json.get("confidence").number(),
        json.get("evidence").as(FindingJson::readEvidence),
        json.get("replacement").as(FindingJson::readReplacement),
        json.get("caveats").list(JsonCursor::string),
        json.has("provenGain") && !json.get("provenGain").isNull()
            ? json.get("provenGain").as(ProvenGainJson::read)
            : null);
  }

  /** The inverse of {@link #evidence}. */
  static Map<String, Object> readEvidence(JsonCursor json) throws MalformedReport {
    Map<String, Object> evidence = new LinkedHashMap<>();
    for (String name : json.names()) {
      evidence.put(name, readValue(json.get(name)));
    }
    return evidence;
  }

  private static Object readValue(JsonCursor json) throws MalformedReport {
    if (json.isArray()) {
      return json.list(JsonCursor::string);
    }
    if (json.isInteger()) {
      return json.longInteger();
    }
    return json.isNumber() ? json.number() : json.string();
  }

  private static Replacement readReplacement(JsonCursor json) throws MalformedReport {
    return new Replacement(
        json.get("kind").string(),
        json.get("type").nullableString(),
        json.get("snippet").nullableString());
  }
}
