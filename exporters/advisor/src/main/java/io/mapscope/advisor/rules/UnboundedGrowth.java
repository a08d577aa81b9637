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
import io.mapscope.profile.Allocation;
import io.mapscope.profile.History;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map in which entries only gather: it grows until the end and never shrinks, at no lesser pace
 * than before, and next to nothing is ever removed.
 */
public final class UnboundedGrowth implements Rule {

  private static final String ID = "unbounded-growth";

  private static final Threshold MIN_PERIODS =
      new Threshold(
          ID,
          "min-periods",
          8,
          Unit.COUNT,
          "a map that goes up and down as chance will never shrinks in the last six of eight"
              + " periods by luck once in 64 times; a start that fills it is over in the first two");

  private static final Threshold MIN_ENTRIES =
      new Threshold(
          ID,
          "min-entries",
          1000,
          Unit.COUNT,
          "tables of routes, classes or settings stay below; what gathers per request passes it"
              + " within minutes");

  private static final Threshold MAX_REMOVAL_RATIO =
      new Threshold(
          ID,
          "max-removal-ratio",
          0.01,
          Unit.RATIO,
          "a map that is tidied loses as many entries as it gets in the long run; one in a hundred"
              + " is an exception, no policy");

  private static final Threshold MIN_LATE_PACE =
      new Threshold(
          ID,
          "min-late-pace-ratio",
          0.5,
          Unit.RATIO,
          "a cache of a bounded number of keys fills ever more slowly: while half of its keys are"
              + " missing it grows at half its first pace");

  private static final Threshold STARTUP_SECONDS =
      new Threshold(
          ID,
          "startup-seconds",
          60,
          Unit.SECONDS,
          "large applications fill their tables for up to a minute; until then growth is"
              + " information, and that of maps which one thread fills without reading is none");

  private static final Threshold HEAP_SECONDS =
      new Threshold(
          ID,
          "heap-seconds",
          86_400,
          Unit.SECONDS,
          "services are restarted every day or week: what cannot fill the heap within a day is"
              + " information");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "entries gather and are never removed";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO, Severity.WARNING);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "https://github.com/bazelbuild/bazel-buildfarm/issues/2293",
        "https://github.com/spring-projects/spring-kafka/issues/4489 (CVE-2026-41726)",
        "https://github.com/apache/iotdb/pull/4532");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(
        MIN_PERIODS, MIN_ENTRIES, MAX_REMOVAL_RATIO, MIN_LATE_PACE, STARTUP_SECONDS, HEAP_SECONDS);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.HISTORY);
  }

  /**
   * Enums are few, weak keys leave by themselves, a map that evicts is bounded, and caches of
   * libraries may be, or drop what nobody else holds, at a time of their own.
   */
  @Override
  public boolean concerns(MapProfile map) {
    @Nullable Nature nature = map.facts().nature();
    MapKind kind = MapKind.ofBase(map);
    return kind != MapKind.OTHER
        && kind != MapKind.ENUM
        && kind != MapKind.WEAK_HASH
        && (nature == null || !nature.evicts());
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    History history = Objects.requireNonNull(map.facts().history(), "history");
    Growth growth = new Growth(history);
    if (growth.last() < situation.limit(MIN_ENTRIES) || isTidied(map, situation)) {
      return Verdict.silent();
    }
    if (growth.periods() < situation.limit(MIN_PERIODS)) {
      return Verdict.notEnough(
          growth.periods() + " periods of " + Figures.duration(history.periodSeconds()) + " only");
    }
    if (!growth.goesOnToTheEnd() || growth.latePace() < situation.limit(MIN_LATE_PACE)) {
      return Verdict.silent();
    }
    boolean starting = situation.seconds() < situation.limit(STARTUP_SECONDS);
    return starting && isOnlyFilled(map)
        ? Verdict.notEnough(
            "filled by one thread and hardly read, for " + Figures.duration(situation.seconds()))
        : found(map, growth, situation, starting);
  }

  private static boolean isTidied(MapProfile map, Situation situation) {
    OperationCounts operations = map.operations();
    long removals = Completeness.atMost(map, Operation.REMOVE_HIT);
    return operations.get(Operation.CLEAR) > 0
        || map.instances().created() > map.instances().alive()
        || removals > situation.limit(MAX_REMOVAL_RATIO) * (map.entries() + removals);
  }

  /** One thread loads it, and it is looked into less often than it is filled. */
  private static boolean isOnlyFilled(MapProfile map) {
    OperationCounts operations = map.operations();
    long lookups =
        operations.get(Operation.GET_HIT)
            + operations.get(Operation.GET_MISS)
            + operations.get(Operation.COMPUTE_IF_ABSENT_PRESENT);
    return map.threads().writers() < 2 && lookups < map.entries();
  }

  private Verdict found(MapProfile map, Growth growth, Situation situation, boolean starting) {
    double perSecond = growth.latePerSecond();
    double heapSeconds = heapSeconds(map, perSecond, situation);
    boolean harmful = !starting && heapSeconds <= situation.limit(HEAP_SECONDS);
    Draft draft =
        Draft.of(this, map, harmful ? Severity.WARNING : Severity.INFO)
            .title("grows by " + Figures.rate(perSecond) + " entries a second, without an end")
            .explanation(explanation(map, growth, heapSeconds))
            .confidence(Endurance.confidence(situation))
            .evidence("entries", map.entries())
            .evidence("entriesPerSecond", perSecond)
            .evidence("removals", map.operations().get(Operation.REMOVE_HIT))
            .evidence("observedSeconds", situation.seconds());
    if (heapSeconds < Double.MAX_VALUE) {
      draft.evidence("secondsToFillTheHeap", heapSeconds);
    }
    return draft
        .replacement("cache", "com.github.benmanes.caffeine.cache.Caffeine", "BoundedCache")
        .caveat("a registry of things that live as long as the program is meant to grow")
        .caveatIf(
            starting,
            "the program was observed for its first "
                + Figures.duration(situation.seconds())
                + " only and may still be starting")
        .caveat("where requests choose the keys, whoever sends them can fill the memory")
        .found();
  }

  /** How long until entries alone, without keys and values, fill the heap at this pace. */
  private static double heapSeconds(MapProfile map, double perSecond, Situation situation) {
    @Nullable Allocation allocation = map.facts().allocation();
    long heap = situation.jvm().heapMaxBytes();
    if (allocation == null || allocation.retainedBytes() <= 0 || heap <= 0 || perSecond <= 0) {
      return Double.MAX_VALUE;
    }
    double bytesPerEntry = (double) allocation.retainedBytes() / Math.max(1, map.entries());
    return Math.max(0, heap - allocation.retainedBytes()) / (bytesPerEntry * perSecond);
  }

  private static String explanation(MapProfile map, Growth growth, double heapSeconds) {
    String heap =
        heapSeconds == Double.MAX_VALUE
            ? ""
            : " At this pace its entries alone, without keys and values, fill the heap in "
                + Figures.duration(heapSeconds)
                + ".";
    return Words.map(map)
        + " grew "
        + growth.words()
        + "; "
        + Figures.entries(map.operations().get(Operation.REMOVE_HIT))
        + " left it."
        + heap;
  }
}
