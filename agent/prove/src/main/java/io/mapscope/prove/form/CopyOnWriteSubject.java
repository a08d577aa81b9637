package io.mapscope.prove.form;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in a volatile field: readers take no lock and see one state of the map for as
 * long as they like, each write copies it. Writers take turns, so compound operations are atomic.
 */
final class CopyOnWriteSubject implements Subject {

  private volatile Map<Long, Long> current = Map.of();

  private synchronized void change(Consumer<Map<Long, Long>> change) {
    Map<Long, Long> copy = new HashMap<>(current);
    change.accept(copy);
    current = copy;
  }

  @Override
  public @Nullable Long get(Long key) {
    return current.get(key);
  }

  @Override
  public synchronized @Nullable Long put(Long key, Long value) {
    Map<Long, Long> copy = new HashMap<>(current);
    Long before = copy.put(key, value);
    current = copy;
    return before;
  }

  @Override
  public synchronized @Nullable Long remove(Long key) {
    Long before = current.get(key);
    if (before != null) {
      change(copy -> copy.remove(key));
    }
    return before;
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    Long there = current.get(key);
    return there != null ? there : added(key, function);
  }

  private synchronized @Nullable Long added(Long key, Function<Long, Long> function) {
    Long there = current.get(key);
    if (there != null) {
      return there;
    }
    Long made = function.apply(key);
    put(key, made);
    return made;
  }

  @Override
  public synchronized void compute(Long key, Function<Long, Long> next) {
    Long value = current.get(key);
    put(key, next.apply(value == null ? 0L : value));
  }

  @Override
  public void merge(Long key, Long by) {
    change(copy -> copy.merge(key, by, Long::sum));
  }

  @Override
  public synchronized @Nullable Long replace(Long key, Long value) {
    return current.containsKey(key) ? put(key, value) : null;
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
    change(copy -> copy.putAll(batch));
  }

  @Override
  public int size() {
    return current.size();
  }

  @Override
  public long traverse() {
    long sum = 0;
    for (Long value : current.values()) {
      sum += value;
    }
    return sum;
  }

  /** No copy at all: nobody changes what is published. */
  @Override
  public Map<Long, ?> copy() {
    return current;
  }
}
