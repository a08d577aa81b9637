package io.mapscope.prove.form;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A plain map all of whose uses, compound ones too, hold one monitor. */
class MonitorSubject implements Subject {

  private final MapSubject guarded;

  MonitorSubject(Map<Long, Long> map) {
    guarded = new MapSubject(map);
  }

  @Override
  public synchronized @Nullable Long get(Long key) {
    return guarded.get(key);
  }

  @Override
  public synchronized @Nullable Long put(Long key, Long value) {
    return guarded.put(key, value);
  }

  @Override
  public synchronized @Nullable Long remove(Long key) {
    return guarded.remove(key);
  }

  @Override
  public synchronized @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    return guarded.computeIfAbsent(key, function);
  }

  @Override
  public synchronized void compute(Long key, Function<Long, Long> next) {
    guarded.compute(key, next);
  }

  @Override
  public synchronized void merge(Long key, Long by) {
    guarded.merge(key, by);
  }

  @Override
  public synchronized @Nullable Long replace(Long key, Long value) {
    return guarded.replace(key, value);
  }

  @Override
  public synchronized void insert(Long key, Long value) {
    guarded.insert(key, value);
  }

  @Override
  public synchronized void update(Long key) {
    guarded.update(key);
  }

  @Override
  public synchronized void admit(Long key, Long value, Long eldest) {
    Subject.super.admit(key, value, eldest);
  }

  @Override
  public synchronized @Nullable Long load(Long key, Loading loading) {
    return Subject.super.load(key, loading);
  }

  @Override
  public synchronized void putAll(Map<Long, Long> batch) {
    guarded.putAll(batch);
  }

  @Override
  public synchronized int size() {
    return guarded.size();
  }

  @Override
  public synchronized long traverse() {
    return guarded.traverse();
  }

  @Override
  public synchronized Map<Long, ?> copy() {
    return guarded.copy();
  }

  @Override
  public synchronized @Nullable Long ordered(Long key) {
    return guarded.ordered(key);
  }
}
