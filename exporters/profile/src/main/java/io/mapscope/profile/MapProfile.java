package io.mapscope.profile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about the maps of one class that one {@link Site} made; figures count from the
 * moment the agent began to track them.
 *
 * @param id stable name of this profile, the same for the same class and site in every run
 * @param mapClass binary name of the map's class as the user wrote it
 * @param wraps binary name of the class inside when {@code mapClass} is a wrapper, or null
 * @param site where the maps come from
 * @param instances how many maps there were and are
 * @param entries entries in the live maps together, at the last interval
 * @param entriesGrowthPerSecond change of {@code entries} per second over the run; negative when
 *     they shrank
 * @param capacity buckets of the live maps together, or -1 when the class has none or they are not
 *     known (any negative value becomes -1)
 * @param threads who used the maps
 * @param coverage share of the operations that was counted, from 0 to 1
 * @param operations what was done to the maps
 * @param traversedEntries entries the maps held when their traversals began, summed up
 * @param misuse what was done wrongly
 * @param facts what is known besides
 */
public record MapProfile(
    String id,
    String mapClass,
    @Nullable String wraps,
    Site site,
    Instances instances,
    long entries,
    double entriesGrowthPerSecond,
    long capacity,
    Threads threads,
    double coverage,
    OperationCounts operations,
    long traversedEntries,
    Misuse misuse,
    MapFacts facts) {

  /** The value of {@link #capacity} when it is not known. */
  public static final long UNKNOWN_CAPACITY = -1;

  /** Checks ranges. */
  public MapProfile {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(mapClass, "mapClass");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(instances, "instances");
    Require.nonNegative(entries, "entries");
    Require.finite(entriesGrowthPerSecond, "entriesGrowthPerSecond");
    capacity = Math.max(capacity, UNKNOWN_CAPACITY);
    Objects.requireNonNull(threads, "threads");
    Require.ratio(coverage, "coverage");
    Objects.requireNonNull(operations, "operations");
    Require.nonNegative(traversedEntries, "traversedEntries");
    Objects.requireNonNull(misuse, "misuse");
    Objects.requireNonNull(facts, "facts");
  }

  /** A profile without further facts. */
  public MapProfile(
      String id,
      String mapClass,
      @Nullable String wraps,
      Site site,
      Instances instances,
      long entries,
      double entriesGrowthPerSecond,
      long capacity,
      Threads threads,
      double coverage,
      OperationCounts operations,
      long traversedEntries,
      Misuse misuse) {
    this(
        id,
        mapClass,
        wraps,
        site,
        instances,
        entries,
        entriesGrowthPerSecond,
        capacity,
        threads,
        coverage,
        operations,
        traversedEntries,
        misuse,
        MapFacts.none());
  }

  /** Whether the counts are scaled to all that happened, and not those of what was seen. */
  public boolean isEstimated() {
    return facts.operationErrors() != null;
  }

  /** The same with other facts. */
  public MapProfile withFacts(MapFacts other) {
    return new MapProfile(
        id,
        mapClass,
        wraps,
        site,
        instances,
        entries,
        entriesGrowthPerSecond,
        capacity,
        threads,
        coverage,
        operations,
        traversedEntries,
        misuse,
        other);
  }
}
