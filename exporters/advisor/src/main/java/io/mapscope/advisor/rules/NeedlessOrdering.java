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
import io.mapscope.profile.Nature;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map in which nothing ever asked for the order: no range, no neighbour, no first or last,
 * no iteration, no copy and no output.
 */
public final class NeedlessOrdering implements Rule {

  private static final String ID = "needless-ordering";

  private static final Threshold MIN_OPERATIONS =
      new Threshold(
          ID,
          "min-operations",
          10_000,
          Unit.COUNT,
          "after so many without one that needs the order, fewer than 3 in 10,000 do (rule of"
              + " three)");

  private static final Threshold MIN_RATE =
      new Threshold(
          ID,
          "min-operations-per-second",
          1000,
          Unit.PER_SECOND,
          "a look-up among 1000 keys takes some 100 ns more than in a hash table: below, not even a"
              + " ten-thousandth of a processor is to be won");

  private static final Threshold MIN_ENTRIES =
      new Threshold(
          ID,
          "min-entries",
          64,
          Unit.COUNT,
          "below, a look-up compares six keys at most, which is as fast as a hash");

  private static final Threshold MIN_SECONDS =
      new Threshold(
          ID,
          "min-seconds",
          8,
          Unit.SECONDS,
          "what needs the order may be a job that comes later; how sure the finding is grows with"
              + " the time observed, a few seconds are the least");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "a sorted map whose order nobody asks for";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.concurrent.ConcurrentSkipListMap: expected average log(n) time cost",
        "https://github.com/apache/pulsar/pull/14165",
        "https://github.com/vespa-engine/vespa/pull/32943");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_OPERATIONS, MIN_RATE, MIN_ENTRIES, MIN_SECONDS);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.NATURE);
  }

  @Override
  public boolean concerns(MapProfile map) {
    MapKind kind = MapKind.ofBase(map);
    return kind == MapKind.TREE || kind == MapKind.SKIP_LIST;
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Nature nature = Objects.requireNonNull(map.facts().nature(), "nature");
    long operations = map.operations().total();
    if (nature.comparator()
        || isOrderSeen(map)
        || map.entries() < situation.limit(MIN_ENTRIES) * map.instances().alive()
        || map.instances().alive() == 0
        || situation.perSecond(operations) < situation.limit(MIN_RATE)) {
      return Verdict.silent();
    }
    if (Completeness.isMissing(map)) {
      return Completeness.notEnough(map);
    }
    if (operations < situation.limit(MIN_OPERATIONS)
        || situation.seconds() < situation.limit(MIN_SECONDS)) {
      return Verdict.notEnough(
          Figures.counted(operations, "operation")
              + " in "
              + Figures.duration(situation.seconds())
              + " only");
    }
    return found(map, situation);
  }

  /** Iterations, copies and outputs go by the order, too. */
  private static boolean isOrderSeen(MapProfile map) {
    @Nullable Copies copies = map.facts().copies();
    @Nullable List<Serialization> outputs = map.facts().serializations();
    return map.operations().get(Operation.ORDERED) > 0
        || map.operations().get(Operation.TRAVERSALS) > 0
        || (copies != null && copies.count() > 0)
        || (outputs != null && !outputs.isEmpty());
  }

  private Verdict found(MapProfile map, Situation situation) {
    boolean concurrent = MapKind.ofBase(map) == MapKind.SKIP_LIST;
    return Draft.of(this, map, Severity.INFO)
        .title("sorted, but nothing asks for the order")
        .explanation(
            Words.map(map)
                + " served "
                + Figures.counted(map.operations().total(), "operation")
                + " within "
                + Figures.duration(situation.seconds())
                + ", and not one needed the order: no range, neighbour, first or last key, no"
                + " iteration, copy or output. Each look-up walks down some "
                + steps(map)
                + " levels where a hash table goes straight to the bin.")
        .confidence(Endurance.confidence(situation))
        .evidence("operations", map.operations().total())
        .evidence("ordered", 0)
        .evidence("traversals", 0)
        .evidence("entriesPerMap", (double) map.entries() / map.instances().alive())
        .evidence("observedSeconds", situation.seconds())
        .replacement(
            concurrent ? "concurrent" : "plain",
            concurrent ? "java.util.concurrent.ConcurrentHashMap" : "java.util.HashMap",
            concurrent ? "UnorderedConcurrentMap" : "UnorderedMap")
        .caveat("keys need equals and hashCode that agree with their order")
        .caveat(
            "a job that comes later than "
                + Figures.duration(situation.seconds())
                + " after the start may still need the order")
        .found();
  }

  private static long steps(MapProfile map) {
    double entries = Math.max(2, (double) map.entries() / map.instances().alive());
    return Math.round(Math.log(entries) / Math.log(2));
  }
}
