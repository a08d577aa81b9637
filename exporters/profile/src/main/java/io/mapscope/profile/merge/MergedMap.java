package io.mapscope.profile.merge;

import io.mapscope.profile.Instances;
import io.mapscope.profile.MapFacts;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.OverlapExample;
import io.mapscope.profile.Threads;
import io.mapscope.profile.merge.MergedReport.Observed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One profile of the profiles that several reports have of the same maps. */
final class MergedMap {

  /** Examples kept of all reports together, of each kind. */
  private static final int MOST_EXAMPLES = 3;

  private MergedMap() {}

  static MapProfile of(List<Observed> observed) {
    if (observed.size() == 1) {
      return observed.get(0).map();
    }
    List<MapProfile> maps =
        observed.stream()
            .map(Observed::map)
            .sorted(Comparator.comparingLong((MapProfile map) -> -map.operations().total()))
            .toList();
    MapProfile busiest = maps.get(0);
    return new MapProfile(
        busiest.id(),
        busiest.mapClass(),
        busiest.wraps(),
        busiest.site(),
        new Instances(
            Sums.sum(maps, map -> map.instances().created()),
            Sums.sum(maps, map -> map.instances().alive())),
        Sums.sum(maps, MapProfile::entries),
        Sums.mean(observed, one -> one.map().entriesGrowthPerSecond(), Observed::seconds),
        Sums.sumKnown(maps, MapProfile::capacity),
        new Threads(
            (int) Sums.max(maps, map -> map.threads().readers()),
            (int) Sums.max(maps, map -> map.threads().writers())),
        Sums.meanShare(observed, one -> one.map().coverage(), Observed::seconds),
        maps.stream()
            .map(MapProfile::operations)
            .reduce(OperationCounts.zero(), OperationCounts::plus),
        Sums.sum(maps, MapProfile::traversedEntries),
        misuse(maps.stream().map(MapProfile::misuse).toList()),
        facts(maps));
  }

  private static Misuse misuse(List<Misuse> all) {
    List<OverlapExample> overlaps =
        all.stream().flatMap(one -> one.overlapExamples().stream()).limit(MOST_EXAMPLES).toList();
    return new Misuse(
        Sums.sum(all, Misuse::overlaps),
        overlaps,
        Sums.sumKnown(all, Misuse::checkThenAct),
        Sums.sumKnown(all, Misuse::lostRaces),
        Sums.sumKnown(all, Misuse::tornTraversals),
        Sums.sumKnown(all, Misuse::traversalsWatched),
        Sums.max(all, Misuse::mostWritesDuringTraversal),
        Sums.sumKnown(all, Misuse::concurrentModificationExceptions),
        examples(all));
  }

  private static List<MisuseExample> examples(List<Misuse> all) {
    List<MisuseExample> every = all.stream().flatMap(one -> one.examples().stream()).toList();
    return Arrays.stream(MisuseKind.values())
        .flatMap(kind -> every.stream().filter(one -> one.kind() == kind).limit(MOST_EXAMPLES))
        .toList();
  }

  /** Of maps in the order of their operations, so that the first that has a fact is the busiest. */
  private static MapFacts facts(List<MapProfile> maps) {
    List<MapFacts> facts = maps.stream().map(MapProfile::facts).toList();
    return new MapFacts(
        Sums.merged(facts, MapFacts::nulls, MergedFacts::nulls),
        MergedShares.hotKeys(maps),
        MergedFacts.keyClass(facts),
        Sums.merged(facts, MapFacts::contention, MergedFacts::contention),
        Sums.merged(facts, MapFacts::latency, MergedFacts::latency),
        Sums.merged(facts, MapFacts::allocation, MergedFacts::allocation),
        Sums.merged(facts, MapFacts::copies, MergedFacts::copies),
        Sums.merged(facts, MapFacts::serializations, MergedFacts::serializations),
        Sums.merged(facts, MapFacts::externalLock, first -> first.get(0)),
        MergedShares.callSites(maps),
        Sums.merged(facts, MapFacts::shape, MergedFacts::shape),
        Sums.merged(facts, MapFacts::nature, first -> first.get(0)),
        Sums.merged(facts, MapFacts::history, first -> first.get(0)),
        Sums.merged(facts, MapFacts::activity, first -> first.get(0)),
        Sums.merged(facts, MapFacts::lives, MergedFacts::lives),
        Sums.merged(facts, MapFacts::spread, MergedFacts::spread),
        Sums.merged(facts, MapFacts::operationErrors, MergedFacts::errors));
  }
}
