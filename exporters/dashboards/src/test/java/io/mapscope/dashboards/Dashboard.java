package io.mapscope.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Grafana dashboard as its file says. */
final class Dashboard {
  static final Path FILE = Path.of("grafana", "dashboards", "mapscope.json");

  private final JsonNode json;

  private Dashboard(JsonNode json) {
    this.json = json;
  }

  /** A query of a panel. */
  record Query(String panel, String expression) {

    /** The same with variables at what Grafana makes of All, and of a rate's interval. */
    String resolved() {
      return expression
          .replace("$__rate_interval", "1m")
          .replaceAll("\\$(job|instance|site)\\b", ".*");
    }
  }

  static Dashboard read() throws IOException {
    return new Dashboard(new ObjectMapper().readTree(FILE.toFile()));
  }

  JsonNode json() {
    return json;
  }

  /** All panels but the headings. */
  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    for (JsonNode panel : json.get("panels")) {
      if (!panel.get("type").asText().equals("row")) {
        panels.add(panel);
      }
    }
    return panels;
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.get("targets")) {
        queries.add(new Query(panel.get("title").asText(), target.get("expr").asText()));
      }
    }
    return queries;
  }
}
