package io.mapscope.prove.form;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map in an atomic reference: a copy is the map of one moment and takes no time at
 * all, however large the map; a write replaces the path to its entry and tries again when another
 * thread was quicker. Every operation is atomic.
 */
final class SnapshotSubject implements Subject {

  private final AtomicReference<Persistent<Long, Long>> current;

  SnapshotSubject(Persistent<Long, Long> empty) {
    current = new AtomicReference<>(empty);
  }

  /** Never null, which the type of the reference does not say. */
  private Persistent<Long, Long> map() {
    return Objects.requireNonNull(current.get());
  }

  /** The map before the change. */
  private Persistent<Long, Long> change(UnaryOperator<Persistent<Long, Long>> change) {
    while (true) {
      Persistent<Long, Long> before = map();
      Persistent<Long, Long> after = change.apply(before);
      if (after == before || current.compareAndSet(before, after)) {
        return before;
      }
    }
  }

  private static long valueOr0(Persistent<Long, Long> map, Long key) {
    Long value = map.get(key);
    return value == null ? 0 : value;
  }

  @Override
  public @Nullable Long get(Long key) {
    return map().get(key);
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    return change(map -> map.with(key, value)).get(key);
  }

  @Override
  public @Nullable Long remove(Long key) {
    return change(map -> map.without(key)).get(key);
  }

  /** The function may run and its result be thrown away, as with any map without locks. */
  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    Long there = get(key);
    if (there != null) {
      return there;
    }
    Long made = function.apply(key);
    Long first = change(map -> map.get(key) == null ? map.with(key, made) : map).get(key);
    return first == null ? made : first;
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    change(map -> map.with(key, next.apply(valueOr0(map, key))));
  }

  @Override
  public void merge(Long key, Long by) {
    change(map -> map.with(key, valueOr0(map, key) + by));
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    return change(map -> map.get(key) == null ? map : map.with(key, value)).get(key);
  }

  @Override
  public void insert(Long key, Long value) {
    computeIfAbsent(key, absent -> value);
  }

  @Override
  public void update(Long key) {
    merge(key, 1L);
  }

  @Override
  public void putAll(Map<Long, Long> batch) {
    change(
        map -> {
          Persistent<Long, Long> all = map;
          for (Map.Entry<Long, Long> entry : batch.entrySet()) {
            all = all.with(entry.getKey(), entry.getValue());
          }
          return all;
        });
  }

  @Override
  public int size() {
    return map().size();
  }

  @Override
  public long traverse() {
    long sum = 0;
    for (Long value : map().asMap().values()) {
      sum += value;
    }
    return sum;
  }

  @Override
  public Map<Long, ?> copy() {
    return map().asMap();
  }
}
