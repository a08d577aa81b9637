package io.mapscope.corpus.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the agent's JSON report: its findings, each with its map, and whether the agent is well.
 */
final class ReportFile {
  private ReportFile() {}

  static Observation read(Path file) {
    final JsonNode report;
    try {
      report = new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      return Observation.failed("the agent left no report: " + e.getMessage());
    }
    return read(report);
  }

  static Observation read(JsonNode report) {
    final JsonNode findings = report.get("findings");
    if (findings == null || !findings.isArray()) {
      return Observation.failed("the report has no findings array");
    }
    final Map<String, JsonNode> siteById = new HashMap<>();
    report.path("maps").forEach(map -> siteById.put(map.path("id").asText(), map.path("site")));
    final List<Observed> observed = new ArrayList<>();
    findings.forEach(finding -> observed.add(observed(finding, siteById)));
    return new Observation(observed, failure(report.path("agent")));
  }

  private static Observed observed(JsonNode finding, Map<String, JsonNode> siteById) {
    final JsonNode site = siteById.get(finding.path("map").asText());
    if (site == null) {
      // A finding about a map that is not in the report is about none that a label could mean.
      return observed(finding, null, "(no map)");
    }
    final JsonNode field = site.path("field");
    final String maker = site.path("class").asText() + "." + site.path("method").asText() + "()";
    return observed(finding, field.isTextual() ? field.asText() : null, maker);
  }

  private static Observed observed(JsonNode finding, @Nullable String field, String maker) {
    return new Observed(
        finding.path("rule").asText(),
        finding.path("severity").asText(),
        finding.path("title").asText(),
        field,
        maker);
  }

  /** A library may be too old to be woven, and is left alone then; a JDK we run on may not. */
  private static @Nullable String failure(JsonNode agent) {
    final long suppressed = agent.path("suppressedErrors").asLong(-1);
    if (suppressed != 0) {
      return "the agent suppressed " + suppressed + " errors";
    }
    final List<String> refused = new ArrayList<>();
    for (JsonNode one : agent.path("refusedClasses")) {
      if (one.path("class").asText().startsWith("java.")) {
        refused.add(one.toString());
      }
    }
    return refused.isEmpty() ? null : "the agent refused classes of the JDK: " + refused;
  }
}
