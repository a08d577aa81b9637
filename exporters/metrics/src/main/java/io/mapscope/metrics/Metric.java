package io.mapscope.metrics;

import static io.mapscope.metrics.MetricAttribute.CONTENTION_KIND;
import static io.mapscope.metrics.MetricAttribute.MAP_CLASS;
import static io.mapscope.metrics.MetricAttribute.MAP_FIELD;
import static io.mapscope.metrics.MetricAttribute.MAP_SITE;
import static io.mapscope.metrics.MetricAttribute.OPERATION;
import static io.mapscope.metrics.MetricAttribute.OUTCOME;
import static io.mapscope.metrics.MetricAttribute.READ_KIND;
import static io.mapscope.metrics.MetricAttribute.RULE;
import static io.mapscope.metrics.MetricAttribute.SERIALIZATION_FORMAT;
import static io.mapscope.metrics.MetricAttribute.SEVERITY;
import static io.mapscope.metrics.MetricKind.COUNTER;
import static io.mapscope.metrics.MetricKind.GAUGE;
import static io.mapscope.metrics.MetricKind.HISTOGRAM;
import static io.mapscope.metrics.MetricKind.UP_DOWN_COUNTER;

import io.mapscope.profile.Distribution;
import java.util.List;
import java.util.stream.Stream;

/**
 * The closed list of metrics, named by OpenTelemetry's conventions: no unit in a name, UCUM units,
 * durations in seconds. Every exporter, the documentation and the dashboards go by it.
 */
public enum Metric {
  OPERATIONS(
      "mapscope.map.operations",
      COUNTER,
      "{operation}",
      "What the program did to its maps, as the user would count it",
      ofMaps(OPERATION, OUTCOME)),
  ENTRIES(
      "mapscope.map.entries",
      UP_DOWN_COUNTER,
      "{entry}",
      "Entries in the live maps at the last interval",
      ofMaps()),
  INSTANCES(
      "mapscope.map.instances",
      UP_DOWN_COUNTER,
      "{map}",
      "Tracked maps that were not yet found collected at the last interval",
      ofMaps()),
  CONTENTION_TIME(
      "mapscope.map.contention.time",
      COUNTER,
      Unit.SECONDS,
      "Time that threads were blocked for the maps or for the locks around them, all threads"
          + " together",
      ofMaps(CONTENTION_KIND)),
  CONTENTION_COUNT(
      "mapscope.map.contention.count",
      COUNTER,
      "{wait}",
      "Waits of threads for the maps or for the locks around them",
      ofMaps(CONTENTION_KIND)),
  OPERATION_DURATION(
      "mapscope.map.operation.duration",
      HISTOGRAM,
      Unit.SECONDS,
      "Durations of sampled operations: of the writes (`write`) and of the computes and merges with"
          + " their functions (`compute`); its count is of samples, not of operations",
      ofMaps(OPERATION)),
  FUNCTION_DURATION(
      "mapscope.map.function.duration",
      HISTOGRAM,
      Unit.SECONDS,
      "Durations of sampled functions inside computes and merges, during which the map may be"
          + " locked; its count is of samples",
      ofMaps()),
  ALLOCATED(
      "mapscope.map.allocated",
      COUNTER,
      Unit.BYTES,
      "What the maps, their nodes and tables took, by a model of the JVM's object sizes",
      ofMaps()),
  RESIZES(
      "mapscope.map.resizes",
      COUNTER,
      "{resize}",
      "Replacements of a map's table by a larger one",
      ofMaps()),
  COPY_DURATION(
      "mapscope.map.copy.duration",
      HISTOGRAM,
      Unit.SECONDS,
      "Durations of the copies made of the maps or of their views",
      ofMaps()),
  SERIALIZATION_DURATION(
      "mapscope.map.serialization.duration",
      HISTOGRAM,
      Unit.SECONDS,
      "Durations of the maps' serializations",
      ofMaps(SERIALIZATION_FORMAT)),
  SERIALIZATION_SIZE(
      "mapscope.map.serialization.size",
      HISTOGRAM,
      Unit.BYTES,
      "Lengths of the outputs of the maps' serializations, of those that could be seen",
      ofMaps(SERIALIZATION_FORMAT)),
  TORN_READS(
      "mapscope.map.torn.reads",
      COUNTER,
      "{read}",
      "Copies, serializations and sampled traversals during which other threads wrote to the map",
      ofMaps(READ_KIND)),
  UNSAFE_ACCESSES(
      "mapscope.map.unsafe.accesses",
      COUNTER,
      "{access}",
      "Times that two threads were caught inside an unsynchronised map at once, one of them writing",
      ofMaps()),
  COMPOUND_RACES(
      "mapscope.map.compound.races",
      COUNTER,
      "{race}",
      "Sampled updates in two steps between which another thread's write was proven to be lost",
      ofMaps()),
  FINDINGS(
      "mapscope.findings",
      GAUGE,
      "{finding}",
      "Findings of the advisor that stand now; 0 for one that was withdrawn",
      ofMaps(RULE, SEVERITY)),
  AGENT_OVERHEAD(
      "mapscope.agent.overhead",
      GAUGE,
      Unit.RATIO,
      "Share of the JVM's CPU that the agent cost",
      List.of()),
  AGENT_COVERAGE(
      "mapscope.agent.coverage",
      GAUGE,
      Unit.RATIO,
      "Share of all operations that was counted",
      List.of()),
  AGENT_DROPPED(
      "mapscope.agent.dropped",
      COUNTER,
      "{record}",
      "Waits, copies, serializations and races missing from figures because a buffer was full",
      List.of()),
  AGENT_SUPPRESSED_ERRORS(
      "mapscope.agent.suppressed.errors",
      COUNTER,
      "{error}",
      "Errors of the agent's own that the application was shielded from",
      List.of());

  private final String metricName;
  private final MetricKind kind;
  private final String unit;
  private final String description;
  private final List<MetricAttribute> attributes;

  Metric(
      String metricName,
      MetricKind kind,
      String unit,
      String description,
      List<MetricAttribute> attributes) {
    this.metricName = metricName;
    this.kind = kind;
    this.unit = unit;
    this.description = description;
    this.attributes = attributes;
  }

  /** Units that exporters must know to convert. */
  public static final class Unit {
    public static final String SECONDS = "s";
    public static final String BYTES = "By";
    public static final String RATIO = "1";

    private Unit() {}
  }

  private static List<MetricAttribute> ofMaps(MetricAttribute... more) {
    return Stream.concat(Stream.of(MAP_CLASS, MAP_SITE, MAP_FIELD), Stream.of(more)).toList();
  }

  /** The name, as OpenTelemetry spells it: {@code mapscope.map.operations}. */
  public String metricName() {
    return metricName;
  }

  public MetricKind kind() {
    return kind;
  }

  /** The unit in UCUM. */
  public String unit() {
    return unit;
  }

  /** One sentence for people, without a full stop. */
  public String description() {
    return description;
  }

  /** The attributes that each of its points has, in the order to show them. */
  public List<MetricAttribute> attributes() {
    return attributes;
  }

  /** Whether values are fractions of a unit; those of all others are integers. */
  public boolean isReal() {
    return unit.equals(Unit.SECONDS) || unit.equals(Unit.RATIO);
  }

  /** Upper bounds of a histogram's buckets, in its unit; empty for all others. */
  public List<Double> bounds() {
    if (kind != HISTOGRAM) {
      return List.of();
    }
    return isReal()
        ? Distribution.NANOS_BOUNDS.stream().map(MetricPoint::seconds).toList()
        : Distribution.BYTES_BOUNDS.stream().map(Long::doubleValue).toList();
  }
}
