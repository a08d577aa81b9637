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
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small shared map that is read hot and hardly ever written: an immutable map in a volatile field
 * reads without any lock and shows every reader one consistent state.
 *
 * <p>An opportunity and no fault, whatever the class: information.
 */
public final class CopyOnWriteCandidate implements Rule {
  private static final Operation[] WRITES =
      Arrays.stream(Operation.values())
          .filter(operation -> !operation.isRead())
          .toArray(Operation[]::new);

  private static final String ID = "copy-on-write-candidate";

  private static final Threshold MIN_READ_RATIO =
      new Threshold(
          ID,
          "min-read-ratio",
          0.9,
          Unit.RATIO,
          "reads to writes of 9:1, where reading without a lock begins to pay");

  private static final Threshold MIN_READS =
      new Threshold(
          ID,
          "min-reads-per-second",
          1_000,
          Unit.PER_SECOND,
          "a lock costs a read some 20 to 100 ns: at fewer reads nothing would be noticed");

  private static final Threshold MIN_UNLOCKED_READS =
      new Threshold(
          ID,
          "min-unlocked-reads-per-second",
          100_000,
          Unit.PER_SECOND,
          "reads of a concurrent map take no lock and cost a few ns more than those of an immutable"
              + " one: below a hundredth of a thread nothing is gained");

  private static final Threshold MAX_ENTRIES =
      new Threshold(
          ID,
          "max-entries",
          1_000,
          Unit.COUNT,
          "copying as many takes some 10 microseconds (kafka#369 had to go back from copying)");

  private static final Threshold MAX_COPIED =
      new Threshold(
          ID,
          "max-copied-entries-per-second",
          10_000,
          Unit.PER_SECOND,
          "each write copies all entries, at some 10 ns each: a ten-thousandth of a thread");

  private static final Threshold MIN_SECONDS =
      new Threshold(
          ID,
          "min-seconds",
          5,
          Unit.SECONDS,
          "a table that was filled just now has to show that it stays as it is");

  private static final double HALF = 0.5;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "a small map is read hot and hardly ever written";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "https://github.com/micrometer-metrics/micrometer/pull/242",
        "https://github.com/spring-projects/spring-framework/issues/24671",
        "https://github.com/apache/kafka/pull/369: went back, too many entries and bursts");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(
        MIN_READ_RATIO, MIN_READS, MIN_UNLOCKED_READS, MAX_ENTRIES, MAX_COPIED, MIN_SECONDS);
  }

  @Override
  public List<Fact> needs() {
    return List.of();
  }

  /** Concurrent or locked maps; of plain ones those that are seen under a lock. */
  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.of(map) == MapKind.CONCURRENT_HASH
        || MapKind.takesItsOwnMonitor(map)
        || isGuarded(map);
  }

  private static boolean isGuarded(MapProfile map) {
    @Nullable ExternalLock lock = map.facts().externalLock();
    @Nullable LockDetail detail = lock == null ? null : lock.detail();
    return detail != null && detail.share() >= HALF;
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    boolean locked = MapKind.takesItsOwnMonitor(map) || isGuarded(map);
    double reads = situation.perSecond(lookups(map));
    if (map.threads().readers() < 2
        || map.instances().created() != 1
        || reads < situation.limit(locked ? MIN_READS : MIN_UNLOCKED_READS)
        || map.operations().readRatio() < situation.limit(MIN_READ_RATIO)
        || map.entries() > situation.limit(MAX_ENTRIES)
        || copied(map, situation) > situation.limit(MAX_COPIED)) {
      return Verdict.silent();
    }
    if (leastReadRatio(map) < situation.limit(MIN_READ_RATIO)) {
      return Completeness.notEnough(map);
    }
    if (situation.seconds() < situation.limit(MIN_SECONDS)) {
      return Verdict.notEnough("observed for " + Figures.duration(situation.seconds()) + " only");
    }
    return found(map, reads, situation);
  }

  /** The share of reads, had there been as many writes as the estimates allow. */
  private static double leastReadRatio(MapProfile map) {
    double reads = map.operations().reads();
    return reads / (reads + Completeness.atMost(map, WRITES));
  }

  private static long lookups(MapProfile map) {
    return map.operations().reads() - map.operations().get(Operation.SIZE);
  }

  /** Entries that copies would have moved in a second; filling the map once does not count. */
  private static double copied(MapProfile map, Situation situation) {
    long later = Math.max(0, map.operations().writes() - map.entries());
    return situation.perSecond(later) * map.entries();
  }

  private Verdict found(MapProfile map, double reads, Situation situation) {
    long all = map.operations().total();
    return Draft.of(this, map, Severity.INFO)
        .title("read hot and hardly ever written")
        .explanation(
            Words.map(map)
                + " was read "
                + Figures.rate(reads)
                + " times a second by "
                + Figures.counted(map.threads().readers(), "thread")
                + " and written "
                + Figures.counted(map.operations().writes(), "time")
                + " in "
                + Figures.duration(situation.seconds())
                + ": an immutable map in a volatile field does the same without a lock.")
        .confidence(
            Statistics.shareIsAbove(
                situation.limit(MIN_READ_RATIO),
                Completeness.seen(map, map.operations().reads()),
                Completeness.seen(map, all)))
        .evidence("readsPerSecond", reads)
        .evidence("writes", map.operations().writes())
        .evidence("readRatio", map.operations().readRatio())
        .evidence("entries", map.entries())
        .replacement("safe-copy", "java.util.Map.copyOf", "SwappedCopy")
        .caveat("each write copies the map: bursts of writes cost more than they do today")
        .caveatIf(
            usesFunctions(map),
            "compute, merge and their like must become one copy and swap per change")
        .caveatIf(
            map.facts().nulls() != null
                && map.facts().nulls().keys() + map.facts().nulls().values() > 0,
            "Map.copyOf refuses null, and this map was given some")
        .found();
  }

  private static boolean usesFunctions(MapProfile map) {
    return map.operations().get(Operation.COMPUTE)
            + map.operations().get(Operation.MERGE)
            + map.operations().get(Operation.COMPUTE_IF_ABSENT_ABSENT)
        > 0;
  }
}
