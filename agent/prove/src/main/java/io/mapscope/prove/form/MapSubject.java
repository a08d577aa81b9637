package io.mapscope.prove.form;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map used directly, by the calls that were recorded; what a program does in two steps takes two.
 * As safe for several threads as the map is.
 */
class MapSubject implements Subject {

  final Map<Long, Long> map;

  MapSubject(Map<Long, Long> map) {
    this.map = map;
  }

  @Override
  public @Nullable Long get(Long key) {
    return map.get(key);
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    return map.put(key, value);
  }

  @Override
  public @Nullable Long remove(Long key) {
    return map.remove(key);
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    return map.computeIfAbsent(key, function);
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    map.compute(key, (same, value) -> next.apply(value == null ? 0L : value));
  }

  @Override
  public void merge(Long key, Long by) {
    map.merge(key, by, Long::sum);
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    return map.replace(key, value);
  }

  @Override
  public void insert(Long key, Long value) {
    if (map.get(key) == null) {
      map.put(key, value);
    }
  }

  @Override
  public void update(Long key) {
    Long value = map.get(key);
    map.put(key, value == null ? 1L : value + 1);
  }

  @Override
  public void putAll(Map<Long, Long> batch) {
    map.putAll(batch);
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public long traverse() {
    long sum = 0;
    for (Long value : map.values()) {
      sum += value;
    }
    return sum;
  }

  @Override
  public Map<Long, ?> copy() {
    return new HashMap<>(map);
  }

  @Override
  public @Nullable Long ordered(Long key) {
    if (map instanceof NavigableMap<Long, Long> sorted) {
      return sorted.ceilingKey(key);
    }
    return Subject.super.ordered(key);
  }
}
