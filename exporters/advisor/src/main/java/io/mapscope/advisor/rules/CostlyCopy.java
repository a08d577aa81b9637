package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.Copies;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A map that is copied whole so often that copying is a notable part of the process's work. */
public final class CostlyCopy implements Rule {

  private static final String ID = "costly-copy";

  private static final Threshold MIN_ENTRIES =
      new Threshold(
          ID,
          "min-entries",
          16,
          Unit.COUNT,
          "a copy of fewer entries on average fits HashMap's smallest table and costs what any"
              + " small object costs");

  private static final Threshold MAX_WRITES_PER_COPY =
      new Threshold(
          ID,
          "max-writes-per-copy",
          0.5,
          Unit.RATIO,
          "with fewer writes than that most copies repeat the one before, so that it can be kept");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "copying the whole map takes a notable part of the process's work";
  }

  @Override
  public List<String> sources() {
    return List.of(
        "https://github.com/apache/logging-log4j2/pull/2330: 1.5 to 5 times by an array-backed map",
        "https://github.com/apache/logging-log4j2/issues/3939",
        "https://github.com/apache/kafka/pull/369: copy on write had to go where writes come in"
            + " bursts");
  }

  @Override
  public List<Threshold> thresholds() {
    List<Threshold> all = new ArrayList<>(Costs.thresholds(ID));
    all.addAll(List.of(MIN_ENTRIES, MAX_WRITES_PER_COPY));
    return all;
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.COPIES);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return true;
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Copies copies = Objects.requireNonNull(map.facts().copies(), "copies");
    if (copies.entries() < situation.limit(MIN_ENTRIES) * copies.count()) {
      return Verdict.silent();
    }
    @Nullable Verdict acquitted =
        Costs.acquitted(ID, map, copies.nanos(), copies.count(), situation);
    return acquitted == null
        ? found(map, copies, Costs.cpuShare(map, copies.nanos(), situation), situation)
        : acquitted;
  }

  private Verdict found(MapProfile map, Copies copies, double share, Situation situation) {
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("copying it whole takes " + Figures.percent(share) + " of the CPU time")
            .explanation(explanation(map, copies, share, situation))
            .confidence(Costs.confidence(ID, share, copies.count(), situation))
            .threadsLost(situation.threads(copies.nanos()))
            .evidence("copyNanos", copies.nanos())
            .evidence("cpuRatio", share)
            .evidence("copies", copies.count())
            .evidence("copiesPerSecond", situation.perSecond(copies.count()))
            .evidence("entriesPerCopy", (double) copies.entries() / copies.count())
            .evidence("allocatedBytesPerSecond", situation.perSecond(copies.bytes()))
            .evidence("writes", map.operations().writes());
    advise(draft, map, copies, situation);
    return draft
        .caveatIf(
            copies.torn() > 0,
            Figures.counted(copies.torn(), "copy").replace("copys", "copies")
                + " met writes of other threads: whoever needs one moment's state needs an"
                + " immutable snapshot, not a view")
        .found();
  }

  private void advise(Draft draft, MapProfile map, Copies copies, Situation situation) {
    if (isCopiedToBeChanged(map, copies)) {
      draft
          .replacement("concurrent", "java.util.concurrent.ConcurrentHashMap", "ChangeInPlace")
          .caveat(
              "readers of the copies see one moment's state; in a map that is changed in place"
                  + " they see changes as they come");
    } else if (!Completeness.isMissing(map)
        && map.operations().writes() < situation.limit(MAX_WRITES_PER_COPY) * copies.count()) {
      draft
          .replacement("safe-copy", "a copy that is kept until the map changes", "KeptSnapshot")
          .caveat("every change must go through the one class that drops the copy");
    } else {
      draft
          .replacement("view", "java.util.Collections.unmodifiableMap", "ReadOnlyView")
          .caveat("a view shows later changes, and its readers must keep the map's own rules")
          .caveatIf(
              MapKind.ofBase(map).isUnsynchronised() && map.threads().writers() > 0,
              "readers in other threads must hold the lock that writers hold");
    }
  }

  /** Copy on write: each copy is a new map of this very site. */
  private static boolean isCopiedToBeChanged(MapProfile map, Copies copies) {
    return map.instances().created() * 2 >= copies.count();
  }

  private static String explanation(
      MapProfile map, Copies copies, double share, Situation situation) {
    return Words.map(map)
        + " was copied whole "
        + Figures.counted(copies.count(), "time")
        + ", "
        + Figures.rate(situation.perSecond(copies.count()))
        + " in a second, "
        + Figures.entries(copies.entries() / copies.count())
        + " each. That took "
        + Figures.nanos(copies.nanos())
        + ", "
        + Figures.percent(share)
        + " of the process's CPU time, and "
        + Figures.bytes(copies.bytes())
        + " of memory, while the map was written to "
        + Figures.counted(map.operations().writes(), "time")
        + ".";
  }
}
