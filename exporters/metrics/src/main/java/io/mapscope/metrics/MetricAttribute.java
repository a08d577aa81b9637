package io.mapscope.metrics;

/** What a point of a metric may be told apart by: the closed list of attribute names. */
public enum MetricAttribute {
  MAP_CLASS("mapscope.map.class", "class of the maps as the program names it"),
  MAP_SITE(
      "mapscope.map.site",
      "frame that the maps come from; `other` stands for all sites that have no name of their own"),
  MAP_FIELD(
      "mapscope.map.field", "field that the maps are stored in, `unknown` where none was seen"),
  OPERATION("mapscope.operation", "what was done"),
  OUTCOME("mapscope.outcome", "how it ended; `done` where there is only one way"),
  CONTENTION_KIND("mapscope.contention.kind", "what was waited for: `monitor`, `lock` or `other`"),
  SERIALIZATION_FORMAT("mapscope.serialization.format", "`java`, `jackson-json` and so on"),
  READ_KIND(
      "mapscope.read.kind",
      "what read the map: `copy` or `serialization`, which are counted all, or `traversal`, of which"
          + " samples are"),
  RULE("mapscope.rule", "id of the advisor's rule"),
  SEVERITY("mapscope.severity", "`info`, `warning` or `error`");

  private final String key;
  private final String description;

  MetricAttribute(String key, String description) {
    this.key = key;
    this.description = description;
  }

  /** The attribute's name, as OpenTelemetry spells it. */
  public String key() {
    return key;
  }

  /** One line for people. */
  public String description() {
    return description;
  }
}
