package io.mapscope.runtime.options;

import io.mapscope.metrics.MetricFeed;
import org.jspecify.annotations.Nullable;

/** The closed list of agent options: names, defaults and meanings; docs are checked against it. */
public enum OptionKey {
  REPORT(
      "report",
      null,
      "file written at exit; format by ending: .html .json .sarif .txt; may be repeated"),
  JFR("jfr", null, "records to this file: our events and the JDK events they need"),
  BUDGET(
      "budget",
      Budget.DEFAULT,
      "CPU that the agent may cost, such as 1%; off: every operation is counted"),
  INTERVAL("interval", "10s", "how often a snapshot is taken (500ms, 10s, 1m)"),
  INCLUDE("include", null, "classes whose maps are tracked, * as wildcard; may be repeated"),
  EXCLUDE("exclude", null, "classes whose maps are not tracked, * as wildcard; may be repeated"),
  MAX_SITES("max.sites", "10000", "allocation sites tracked; the rest shares one overflow site"),
  MAX_MEMORY(
      "max.memory",
      MemoryLimit.DEFAULT,
      "heap that the accounts of maps and threads may take: 64m, 1g, or a share of the maximum heap"),
  MAX_METRIC_SITES(
      "max.metric.sites",
      "" + MetricFeed.MOST_SITES,
      "sites with metrics of their own; the rest is added up under the site other"),
  MAPS(
      "maps",
      "all",
      "concurrent, jdk, locks, caffeine, guava, jctools, eclipse, spring, all, or class names of your"
          + " maps; may be repeated"),
  SERIALIZERS(
      "serializers",
      "all",
      "java, jackson, gson, kryo, fastjson2, protobuf, beans, all or none; may be repeated"),
  CONFIG("config", null, "properties file with these keys"),
  ENABLED("enabled", "true", "false: attach and do nothing"),
  OTLP(
      "otlp",
      null,
      "on, off or an endpoint (http://host:4318): sends metrics and findings to OpenTelemetry; without"
          + " it on if there is an OTEL_EXPORTER_OTLP_* setting"),
  PROMETHEUS(
      "prometheus",
      null,
      "[host:]port at which Prometheus may scrape /metrics; the host is the loopback unless given"),
  ADVICE(
      "advice",
      "console",
      "console: findings are printed on stderr when they appear and at exit; off: reports have them"),
  KEYS("keys", "hash", "how hot keys are shown: hash, or text (of strings, numbers and the like)");

  private final String key;
  private final @Nullable String defaultValue;
  private final @Nullable String meaning;

  OptionKey(String key, @Nullable String defaultValue, @Nullable String meaning) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  public String key() {
    return key;
  }

  public @Nullable String defaultValue() {
    return defaultValue;
  }

  /** What the option does, or null for a name that is reserved for a later version. */
  public @Nullable String meaning() {
    return meaning;
  }

  /** Whether the name is reserved: nothing in this version would honour it. */
  public boolean isReserved() {
    return meaning == null;
  }

  public boolean mayRepeat() {
    return switch (this) {
      case REPORT, INCLUDE, EXCLUDE, MAPS, SERIALIZERS -> true;
      default -> false;
    };
  }

  public String property() {
    return "mapscope." + key;
  }

  public String environment() {
    return "MAPSCOPE_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
  }

  static @Nullable OptionKey of(String name) {
    for (OptionKey option : values()) {
      if (option.key.equals(name)) {
        return option;
      }
    }
    return null;
  }
}
