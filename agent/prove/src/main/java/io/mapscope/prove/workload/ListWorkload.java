package io.mapscope.prove.workload;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import java.util.List;
import java.util.Set;

/**
 * What a replay of appends to the lists in a map does, made of the profile of the map; immutable.
 * The same profile and seed give the same workload in every JVM. What is done to the lists is not
 * recorded: each look-up that finds or makes one is taken for one append.
 *
 * @param threads that append
 * @param keys lists that the map holds
 * @param valuesPerKey appends to a list, on average, before a new map takes the place of the full
 *     one
 * @param hotShares shares of the hottest keys
 * @param seed of all that is drawn by lot
 */
public record ListWorkload(
    int threads, int keys, int valuesPerKey, List<Double> hotShares, long seed) {

  /** Longer lists, by the million, would measure the heap. */
  public static final int MOST_VALUES_PER_KEY = 100;

  /** Lists that a map of this replay has at most. */
  public static final int MOST_KEYS = 20_000;

  private static final Set<Operation> APPENDS =
      Set.of(
          Operation.GET_HIT,
          Operation.COMPUTE_IF_ABSENT_PRESENT,
          Operation.COMPUTE_IF_ABSENT_ABSENT);

  private static final Set<Operation> LISTS_MADE =
      Set.of(Operation.PUT_NEW, Operation.COMPUTE_IF_ABSENT_ABSENT);

  /** Copies the list. */
  public ListWorkload {
    hotShares = List.copyOf(hotShares);
  }

  /**
   * The workload of {@code map}, of which there were {@link #appends}.
   *
   * @param cpus processors that the replay may use
   */
  public static ListWorkload of(MapProfile map, int cpus, long seed) {
    long lists = Math.max(Workload.entriesPerMap(map), count(map, LISTS_MADE));
    return new ListWorkload(
        Math.min(Workload.recordedThreads(map), Workload.MOST_THREADS_PER_CPU * cpus),
        (int) Math.min(Workload.entriesPerMap(map), MOST_KEYS),
        (int) Math.max(1, Math.min(appends(map) / lists, MOST_VALUES_PER_KEY)),
        Workload.hotShares(map),
        seed);
  }

  /** Look-ups that found or made a list. */
  public static long appends(MapProfile map) {
    return count(map, APPENDS);
  }

  private static long count(MapProfile map, Set<Operation> operations) {
    return operations.stream().mapToLong(map.operations()::get).sum();
  }

  /** Appends of one thread to one map. */
  public long appendsPerThread() {
    return Math.max(1, (long) keys * valuesPerKey / threads);
  }

  /** What thread {@code index} appends, from its beginning. */
  public ListPlayer player(Long[] all, int index) {
    return new ListPlayer(this, all, index);
  }

  /** The keys; shared by all threads, which only read. */
  public Long[] allKeys() {
    Long[] all = new Long[keys];
    for (int i = 0; i < keys; i++) {
      all[i] = Lot.scattered(i + 1L);
    }
    return all;
  }
}
