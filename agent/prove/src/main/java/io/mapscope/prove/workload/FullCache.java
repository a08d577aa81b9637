package io.mapscope.prove.workload;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import io.mapscope.profile.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map in the order of access that is a full cache: what a look-up misses is put in, and the
 * eldest entry has to go for it. Told by its counts alone.
 */
final class FullCache {

  /** Counts of what belongs together differ by operations that were under way. */
  private static final double NEAR_SHARE = 0.05;

  /** What was added to a full cache is more than that many times what it holds. */
  private static final double TURNOVERS = 2;

  /** Fewer hits would want more keys than fit. */
  private static final double LEAST_HIT_SHARE = 0.05;

  private static final Set<Operation> OTHER_CHANGES =
      Set.of(
          Operation.PUT_REPLACE,
          Operation.COMPUTE,
          Operation.MERGE,
          Operation.REPLACE,
          Operation.PUT_ALL,
          Operation.ORDERED);

  private final MapProfile map;

  private FullCache(MapProfile map) {
    this.map = map;
  }

  /**
   * Of {@code map}, or null when that is none: there are as many additions as misses, far more than
   * entries, and as many removals or hardly any, because {@code removeEldestEntry} calls none.
   */
  static @Nullable FullCache of(MapProfile map) {
    FullCache cache = new FullCache(map);
    @Nullable Nature nature = map.facts().nature();
    return nature != null && nature.accessOrder() && cache.loads() && cache.keepsItsSize()
        ? cache
        : null;
  }

  private boolean loads() {
    double others = OTHER_CHANGES.stream().mapToLong(map.operations()::get).sum();
    return isNear(additions(), misses())
        && others < NEAR_SHARE * (hits() + misses())
        && hits() > LEAST_HIT_SHARE * (hits() + misses());
  }

  private boolean keepsItsSize() {
    double removals = count(Operation.REMOVE_HIT);
    return additions() > TURNOVERS * Math.max(1, map.entries())
        && (isNear(removals, additions()) || removals < NEAR_SHARE * additions());
  }

  /** Look-ups by {@code get} or {@code containsKey}, each with the put that follows a miss. */
  long lookUps() {
    return count(Operation.GET_HIT) + count(Operation.GET_MISS);
  }

  /** Look-ups by {@code computeIfAbsent}. */
  long computations() {
    return count(Operation.COMPUTE_IF_ABSENT_PRESENT) + count(Operation.COMPUTE_IF_ABSENT_ABSENT);
  }

  /** Whether {@code passes} are there to find the eldest: they go no further than to the first. */
  boolean areForEviction(long passes) {
    return isNear((double) passes, count(Operation.REMOVE_HIT));
  }

  /** Whether {@code calls} of {@code size} ask whether there is one entry too many. */
  boolean askForRoom(long calls) {
    return isNear((double) calls, additions());
  }

  /**
   * How many keys are asked for: so many that those which are there, {@code entries}, are met as
   * often as recorded, where all but the hot ones are asked for alike.
   */
  int askedKeys(int entries, List<Double> hotShares) {
    double hot = hotShares.stream().mapToDouble(Double::doubleValue).sum();
    double hitShare = hits() / (hits() + misses());
    double coldHitShare = Math.max(LEAST_HIT_SHARE, (hitShare - hot) / Math.max(1e-9, 1 - hot));
    return (int) Math.round(entries / Math.min(1, coldHitShare));
  }

  private double hits() {
    return count(Operation.GET_HIT) + (double) count(Operation.COMPUTE_IF_ABSENT_PRESENT);
  }

  private double misses() {
    return count(Operation.GET_MISS) + (double) count(Operation.COMPUTE_IF_ABSENT_ABSENT);
  }

  private double additions() {
    return count(Operation.PUT_NEW) + (double) count(Operation.COMPUTE_IF_ABSENT_ABSENT);
  }

  private long count(Operation operation) {
    return map.operations().get(operation);
  }

  private static boolean isNear(double one, double other) {
    return other > 0 && Math.abs(one - other) < NEAR_SHARE * other;
  }
}
