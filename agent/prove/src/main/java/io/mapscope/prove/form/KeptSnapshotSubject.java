package io.mapscope.prove.form;

import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A guarded map beside its last copy, which is handed out again until the map changes. */
final class KeptSnapshotSubject extends MonitorSubject {

  private @Nullable Map<Long, ?> kept;

  KeptSnapshotSubject(Map<Long, Long> map) {
    super(map);
  }

  @Override
  public synchronized Map<Long, ?> copy() {
    Map<Long, ?> copy = kept;
    if (copy == null) {
      copy = Collections.unmodifiableMap(super.copy());
      kept = copy;
    }
    return copy;
  }

  @Override
  public synchronized @Nullable Long put(Long key, Long value) {
    kept = null;
    return super.put(key, value);
  }

  @Override
  public synchronized @Nullable Long remove(Long key) {
    Long before = super.remove(key);
    if (before != null) {
      kept = null;
    }
    return before;
  }

  @Override
  public synchronized @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    Long there = get(key);
    if (there != null) {
      return there;
    }
    kept = null;
    return super.computeIfAbsent(key, function);
  }

  @Override
  public synchronized void compute(Long key, Function<Long, Long> next) {
    kept = null;
    super.compute(key, next);
  }

  @Override
  public synchronized void merge(Long key, Long by) {
    kept = null;
    super.merge(key, by);
  }

  @Override
  public synchronized @Nullable Long replace(Long key, Long value) {
    kept = null;
    return super.replace(key, value);
  }

  @Override
  public synchronized void insert(Long key, Long value) {
    kept = null;
    super.insert(key, value);
  }

  @Override
  public synchronized void update(Long key) {
    kept = null;
    super.update(key);
  }

  @Override
  public synchronized void putAll(Map<Long, Long> batch) {
    kept = null;
    super.putAll(batch);
  }
}
