package io.mapscope.prove.form;

import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A concurrent map beside a counter of its entries, which is what is asked for the size. */
final class OwnCounterSubject extends AtomicSubject {

  private final AtomicInteger entries = new AtomicInteger();

  OwnCounterSubject(ConcurrentMap<Long, Long> map) {
    super(map);
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    Long before = super.put(key, value);
    if (before == null) {
      entries.incrementAndGet();
    }
    return before;
  }

  @Override
  public @Nullable Long remove(Long key) {
    Long before = super.remove(key);
    if (before != null) {
      entries.decrementAndGet();
    }
    return before;
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    return super.computeIfAbsent(
        key,
        absent -> {
          entries.incrementAndGet();
          return function.apply(absent);
        });
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    map.compute(
        key,
        (same, value) -> {
          if (value == null) {
            entries.incrementAndGet();
          }
          return next.apply(value == null ? 0L : value);
        });
  }

  @Override
  public void merge(Long key, Long by) {
    compute(key, value -> value + by);
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
    batch.forEach(this::put);
  }

  @Override
  public int size() {
    return entries.get();
  }
}
