package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map whose serialization is a notable part of the process's work and could be cheaper: nothing
 * has changed since the last time, or the format is a costly one.
 */
public final class CostlySerialization implements Rule {

  private static final String ID = "costly-serialization";

  private static final Threshold MIN_REDUNDANT_RATIO =
      new Threshold(
          ID,
          "min-redundant-ratio",
          0.5,
          Unit.RATIO,
          "when every other output repeats the one before, keeping the bytes halves the work");

  private static final Threshold MIN_TEXT_CPU_RATIO =
      new Threshold(
          ID,
          "min-text-cpu-ratio",
          0.2,
          Unit.RATIO,
          "whoever writes changing data as text mostly has to; a fifth of all CPU time pays for"
              + " another format or another time to write");

  private static final String JAVA = "java";
  private static final List<String> TEXT = List.of("jackson-json", "gson", "fastjson2");
  private static final List<String> CONVERSIONS = List.of("jackson-convert", "beanutils");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "serializing the map takes a notable part of the process's work";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.WARNING, Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "the seeds of this project: serialization of a concurrent map on the request path",
        "https://github.com/eishay/jvm-serializers/wiki: java.io several times slower than binary"
            + " formats and JSON");
  }

  @Override
  public List<Threshold> thresholds() {
    List<Threshold> all = new ArrayList<>(Costs.thresholds(ID));
    all.addAll(List.of(MIN_REDUNDANT_RATIO, MIN_TEXT_CPU_RATIO));
    return all;
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.SERIALIZATIONS);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return true;
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    @Nullable Serialization costliest = costliest(map);
    if (costliest == null) {
      return Verdict.silent();
    }
    @Nullable Verdict acquitted =
        Costs.acquitted(ID, map, costliest.nanos(), costliest.count(), situation);
    return acquitted == null
        ? byRemedy(map, costliest, Costs.cpuShare(map, costliest.nanos(), situation), situation)
        : acquitted;
  }

  private static @Nullable Serialization costliest(MapProfile map) {
    return Objects.requireNonNull(map.facts().serializations(), "serializations").stream()
        .max(Comparator.comparingLong(Serialization::nanos))
        .orElse(null);
  }

  private Verdict byRemedy(MapProfile map, Serialization one, double share, Situation situation) {
    double limit = situation.limit(MIN_REDUNDANT_RATIO);
    if (one.redundant() > 0 && redundantForSure(one) >= limit) {
      return draft(map, one, Severity.WARNING, share, situation)
          .replacement("cache", "the bytes, kept until the map changes", "KeptBytes")
          .caveat("every change must go through the one class that drops the bytes")
          .caveat("values that change without a write to the map must drop the bytes, too")
          .found();
    }
    if (one.format().equals(JAVA)) {
      return draft(map, one, Severity.WARNING, share, situation)
          .replacement("binary-format", "java.io.DataOutputStream", "BinaryEntries")
          .caveat("whoever reads what is written must read the new format, and old files too")
          .found();
    }
    if (CONVERSIONS.contains(one.format())) {
      return draft(map, one, Severity.WARNING, share, situation)
          .replacement("plain", "a method that names the fields", "FieldByField")
          .caveat("fields that are added later must be added there, too")
          .found();
    }
    if (!TEXT.contains(one.format())) {
      return Verdict.silent(); // a binary format that has something new to say each time
    }
    boolean much = share >= situation.limit(MIN_TEXT_CPU_RATIO);
    return draft(map, one, much ? Severity.WARNING : Severity.INFO, share, situation)
        .replacement(
            "background-snapshot", "a snapshot, serialized in the background", "WrittenAside")
        .caveat("what is handed out is as old as the timer's last turn")
        .caveat(
            "prove a binary format before you take one: for a map of texts CBOR, Smile and"
                + " DataOutputStream are no faster than JSON, or slower")
        .found();
  }

  private static double redundantForSure(Serialization one) {
    return Statistics.lowestShare(Math.min(one.redundant(), one.count()), one.count());
  }

  private Draft draft(
      MapProfile map, Serialization one, Severity severity, double share, Situation situation) {
    return Draft.of(this, map, severity)
        .title("serializing it takes " + Figures.percent(share) + " of the CPU time")
        .explanation(explanation(map, one, share, situation))
        .confidence(Costs.confidence(ID, share, one.count(), situation))
        .threadsLost(situation.threads(one.nanos()))
        .evidence("format", one.format())
        .evidence("serializationNanos", one.nanos())
        .evidence("cpuRatio", share)
        .evidence("serializations", one.count())
        .evidence("redundant", Math.max(0, one.redundant()))
        .evidence("entriesPerSerialization", (double) one.entries() / one.count())
        .evidence("allocatedBytesPerSecond", situation.perSecond(Math.max(0, one.allocatedBytes())))
        .caveatIf(
            one.torn() > 0,
            Figures.count(one.torn())
                + " of them met writes of other threads: what was written is a state that never"
                + " was");
  }

  private static String explanation(
      MapProfile map, Serialization one, double share, Situation situation) {
    String redundant =
        one.redundant() <= 0
            ? ""
            : " "
                + Figures.count(one.redundant())
                + " of them repeated the one before: the map had"
                + " not changed.";
    return Words.map(map)
        + " was serialized ("
        + one.format()
        + ") "
        + Figures.counted(one.count(), "time")
        + ", "
        + Figures.rate(situation.perSecond(one.count()))
        + " in a second, "
        + Figures.entries(one.entries() / Math.max(1, one.count()))
        + " each. That took "
        + Figures.nanos(one.nanos())
        + ", "
        + Figures.percent(share)
        + " of the process's CPU time."
        + redundant;
  }
}
