package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.Allocation;
import io.mapscope.profile.Lives;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;

/**
 * A place that makes map after map, each of which outgrows its table several times on the way to
 * the size of all others.
 */
public final class ResizeChurn implements Rule {

  private static final String ID = "resize-churn";

  /** JDK from which a HashMap can be told the number of entries (JDK-8186958). */
  private static final int FIRST_WITH_NEW_HASH_MAP = 19;

  /** Places of a table in use when it is replaced (java.util.HashMap). */
  private static final double LOAD = 0.75;

  private static final Threshold MIN_ENDED =
      new Threshold(
          ID,
          "min-ended-maps",
          100,
          Unit.COUNT,
          "with a hundred whole lives the share that resizes is known to a tenth");

  private static final Threshold MIN_RESIZES =
      new Threshold(
          ID,
          "min-resizes-per-map",
          2,
          Unit.COUNT,
          "one resize is what a guess that is half right costs; from two on most of the bytes of"
              + " tables were thrown away");

  private static final Threshold MAX_SPREAD =
      new Threshold(
          ID,
          "max-size-factor",
          2,
          Unit.FACTOR,
          "nine in ten last tables within a factor of two of each other: there is one size to ask"
              + " for, and no map pays for another's");

  private static final Threshold MIN_MOVED =
      new Threshold(
          ID,
          "min-moved-entries-per-second",
          50_000,
          Unit.PER_SECOND,
          "moving an entry costs some 10 ns: from a two-thousandth of a processor on a one-line"
              + " change pays");

  private static final Threshold MIN_ALLOCATION_RATIO =
      new Threshold(
          ID,
          "min-allocation-ratio",
          0.05,
          Unit.RATIO,
          "a twentieth of what the process allocates, as elsewhere of its time; below, or before"
              + " JDK 21, where the total is not known, it is information");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "map after map outgrows its table, always to the same size";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO, Severity.WARNING);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "https://bugs.openjdk.org/browse/JDK-8186958: HashMap.newHashMap, JDK 19",
        "java.util.HashMap: iteration and resizing, capacity and load factor",
        "https://github.com/apache/kafka/pull/7177",
        "https://github.com/elastic/elasticsearch/pull/27516: 2 times");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_ENDED, MIN_RESIZES, MAX_SPREAD, MIN_MOVED, MIN_ALLOCATION_RATIO);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.LIVES, Fact.ALLOCATION);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return switch (MapKind.ofBase(map)) {
      case HASH, LINKED_HASH, CONCURRENT_HASH -> true;
      default -> false;
    };
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Lives lives = Objects.requireNonNull(map.facts().lives(), "lives");
    double resizes = (double) lives.endedResizes() / Math.max(1, lives.ended());
    if (resizes < situation.limit(MIN_RESIZES)
        || lives.finalCapacityP90() > situation.limit(MAX_SPREAD) * lives.finalCapacityP10()
        || moved(lives, resizes, situation) < situation.limit(MIN_MOVED)) {
      return Verdict.silent();
    }
    return lives.ended() < situation.limit(MIN_ENDED)
        ? Verdict.notEnough(Figures.counted(lives.ended(), "ended map") + " only")
        : found(map, lives, resizes, situation);
  }

  /** Entries moved from table to table in a second: half, a quarter and so on of the last load. */
  private static double moved(Lives lives, double resizes, Situation situation) {
    double entriesAtLastResize = LOAD * lives.finalCapacityP50() / 2;
    double perMap = 2 * entriesAtLastResize * (1 - Math.pow(2, -resizes));
    return perMap * situation.perSecond(lives.ended());
  }

  /** Bytes of tables thrown away; all tables of a map together are twice its last one, nearly. */
  private static double discarded(MapProfile map, double resizes) {
    Allocation allocation = Objects.requireNonNull(map.facts().allocation(), "allocation");
    double last = Math.pow(2, -resizes);
    return allocation.tableBytes() * (1 - last) / (2 - last);
  }

  private Verdict found(MapProfile map, Lives lives, double resizes, Situation situation) {
    double discarded = discarded(map, resizes);
    long total = situation.jvm().allocatedBytes();
    boolean costly = total > 0 && discarded / total >= situation.limit(MIN_ALLOCATION_RATIO);
    long entries = Math.round(LOAD * lives.finalCapacityP90());
    Draft draft =
        Draft.of(this, map, costly ? Severity.WARNING : Severity.INFO)
            .title("outgrows its table " + Figures.rate(resizes) + " times in each life")
            .explanation(explanation(map, lives, resizes, discarded))
            .confidence(
                Statistics.lowestShare(Math.min(lives.resized(), lives.ended()), lives.ended()))
            .evidence("endedMaps", lives.ended())
            .evidence("resizesPerMap", resizes)
            .evidence("finalBuckets", lives.finalCapacityP50())
            .evidence("movedEntriesPerSecond", moved(lives, resizes, situation))
            .evidence("discardedTableBytesPerSecond", situation.perSecond(Math.round(discarded)));
    advise(draft, map, situation, entries);
    return draft
        .caveatIf(
            lives.finalCapacityP90() > lives.finalCapacityP10(),
            "sizes differ: last tables had "
                + lives.finalCapacityP10()
                + " to "
                + lives.finalCapacityP90()
                + " buckets, so take the number from the data at hand, not the largest")
        .caveat("a table that is too large costs memory and makes iteration slower")
        .found();
  }

  private static void advise(Draft draft, MapProfile map, Situation situation, long entries) {
    boolean hash = MapKind.ofBase(map) == MapKind.HASH && !MapKind.isSet(map);
    if (MapKind.ofBase(map) == MapKind.CONCURRENT_HASH) {
      draft.replacement(
          "presize",
          "new java.util.concurrent.ConcurrentHashMap<>(" + entries + ")",
          "PresizedConcurrentMap");
    } else if (hash && situation.jdk() >= FIRST_WITH_NEW_HASH_MAP) {
      draft.replacement("presize", "java.util.HashMap.newHashMap(" + entries + ")", "PresizedMap");
    } else {
      String name = MapKind.isSet(map) ? map.mapClass() : "java.util." + simpleName(map);
      draft.replacement(
          "presize", "new " + name + "<>((int) Math.ceil(" + entries + " / 0.75))", "PresizedMap");
    }
  }

  private static String simpleName(MapProfile map) {
    return MapKind.ofBase(map) == MapKind.LINKED_HASH ? "LinkedHashMap" : "HashMap";
  }

  private static String explanation(MapProfile map, Lives lives, double resizes, double discarded) {
    return Words.map(map)
        + " came into being "
        + Figures.counted(map.instances().created(), "time")
        + ". Of the "
        + Figures.count(lives.ended())
        + " that are gone each replaced its table "
        + Figures.rate(resizes)
        + " times, moving all entries, and ended with "
        + lives.finalCapacityP50()
        + " buckets; "
        + Figures.bytes(Math.round(discarded))
        + " of tables were thrown away.";
  }
}
