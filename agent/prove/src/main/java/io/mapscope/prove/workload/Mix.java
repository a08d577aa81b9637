package io.mapscope.prove.workload;

import io.mapscope.profile.Copies;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Serialization;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often each {@link Action} was done, made of the counts of a profile; immutable. */
public final class Mix {

  /** Changes of a small map that are rarer than that cost nothing that could be measured. */
  private static final double RARE_SHARE = 1e-5;

  /** What can be done to a full cache besides asking it. */
  private static final Set<Action> BESIDE_LOADS =
      EnumSet.of(Action.COPY, Action.TRAVERSE, Action.SIZE);

  private static final Set<Action> CHANGES =
      EnumSet.of(Action.PUT_NEW, Action.COMPUTE_IF_ABSENT_ABSENT, Action.INSERT, Action.REMOVE_HIT);

  private final Map<Action, Long> counts = new EnumMap<>(Action.class);

  private Mix() {}

  /**
   * The mix of {@code map}.
   *
   * @param compounds whether look-ups and the puts that follow them are to be joined to steps of
   *     their own
   * @param cache that the map is, or null
   */
  static Mix of(MapProfile map, boolean compounds, @Nullable FullCache cache) {
    Mix mix = new Mix();
    OperationCounts operations = map.operations();
    mix.single(Action.GET_HIT, operations.get(Operation.GET_HIT));
    mix.single(Action.GET_MISS, operations.get(Operation.GET_MISS));
    mix.single(Action.PUT_NEW, operations.get(Operation.PUT_NEW));
    mix.single(Action.PUT_REPLACE, operations.get(Operation.PUT_REPLACE));
    mix.single(Action.REMOVE_HIT, operations.get(Operation.REMOVE_HIT));
    mix.single(Action.REMOVE_MISS, operations.get(Operation.REMOVE_MISS));
    mix.single(
        Action.COMPUTE_IF_ABSENT_PRESENT, operations.get(Operation.COMPUTE_IF_ABSENT_PRESENT));
    mix.single(Action.COMPUTE_IF_ABSENT_ABSENT, operations.get(Operation.COMPUTE_IF_ABSENT_ABSENT));
    mix.single(Action.COMPUTE, operations.get(Operation.COMPUTE));
    mix.single(Action.MERGE, operations.get(Operation.MERGE));
    mix.single(Action.REPLACE, operations.get(Operation.REPLACE));
    mix.single(Action.PUT_ALL, operations.get(Operation.PUT_ALL));
    mix.single(Action.SIZE, operations.get(Operation.SIZE));
    mix.single(Action.ORDERED, operations.get(Operation.ORDERED));
    mix.passes(map);
    if (cache != null) {
      mix.loadInstead(cache);
    } else if (compounds) {
      mix.join(Action.GET_MISS, Action.PUT_NEW, Action.INSERT);
      mix.join(Action.GET_HIT, Action.PUT_REPLACE, Action.UPDATE);
    }
    return mix;
  }

  private void single(Action action, long count) {
    counts.put(action, count);
  }

  private void passes(MapProfile map) {
    single(Action.COPY, copied(map));
    single(Action.TRAVERSE, iterated(map));
  }

  private static long copied(MapProfile map) {
    @Nullable Copies copies = map.facts().copies();
    return copies == null ? 0 : copies.count();
  }

  /** A copy and a serialization are counted as a traversal, too. */
  private static long iterated(MapProfile map) {
    @Nullable List<Serialization> serializations = map.facts().serializations();
    long written =
        serializations == null ? 0 : serializations.stream().mapToLong(Serialization::count).sum();
    return Math.max(0, map.operations().get(Operation.TRAVERSALS) - copied(map) - written);
  }

  /** Look-ups, each with all that follows if it misses, instead of the single operations. */
  private void loadInstead(FullCache cache) {
    counts.keySet().retainAll(BESIDE_LOADS);
    counts.computeIfPresent(
        Action.TRAVERSE, (same, count) -> cache.areForEviction(count) ? 0L : count);
    counts.computeIfPresent(Action.SIZE, (same, count) -> cache.askForRoom(count) ? 0L : count);
    single(Action.LOAD, cache.lookUps());
    single(Action.LOAD_AT_ONCE, cache.computations());
  }

  private void join(Action look, Action write, Action both) {
    long pairs = Math.min(count(look), count(write));
    single(both, pairs);
    single(look, count(look) - pairs);
    single(write, count(write) - pairs);
  }

  /**
   * The same without changes that are so rare that they filled the map, or mended it now and then:
   * keys for them would be most of a small map's. Of a large one they may be dear, where it is
   * copied on write.
   */
  Mix withoutRareChanges() {
    Mix mix = new Mix();
    mix.counts.putAll(counts);
    mix.counts.keySet().removeIf(action -> CHANGES.contains(action) && isRare(action));
    return mix;
  }

  private boolean isRare(Action action) {
    return count(action) < RARE_SHARE * total();
  }

  /** How often {@code action} was done. */
  public long count(Action action) {
    return counts.getOrDefault(action, 0L);
  }

  /** Whether it is that of a full cache, where the map decides what a look-up finds. */
  public boolean loads() {
    return count(Action.LOAD) + count(Action.LOAD_AT_ONCE) > 0;
  }

  /** All actions together. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Actions that add an entry. */
  long additions() {
    return count(Action.PUT_NEW) + count(Action.COMPUTE_IF_ABSENT_ABSENT) + count(Action.INSERT);
  }

  /** Those that happened, the most frequent first, so that choosing one is quick. */
  List<Action> byFrequency() {
    return counts.keySet().stream()
        .filter(action -> count(action) > 0)
        .sorted((a, b) -> Long.compare(count(b), count(a)))
        .toList();
  }
}
