package io.mapscope.prove.form;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ConcurrentHashMap of futures: the thread that brings the future computes the value after it is
 * in the map, so that no bin is locked meanwhile; others that want it wait for that future alone.
 */
final class FutureSubject implements Subject {

  private final ConcurrentHashMap<Long, CompletableFuture<Long>> map = new ConcurrentHashMap<>();

  private static CompletableFuture<Long> of(long value) {
    return CompletableFuture.completedFuture(value);
  }

  private static @Nullable Long value(@Nullable CompletableFuture<Long> future) {
    return future == null ? null : future.join();
  }

  @Override
  public @Nullable Long get(Long key) {
    return value(map.get(key));
  }

  @Override
  public @Nullable Long put(Long key, Long value) {
    return value(map.put(key, of(value)));
  }

  @Override
  public @Nullable Long remove(Long key) {
    return value(map.remove(key));
  }

  @Override
  public @Nullable Long computeIfAbsent(Long key, Function<Long, Long> function) {
    CompletableFuture<Long> there = map.get(key);
    if (there != null) {
      return there.join();
    }
    CompletableFuture<Long> mine = new CompletableFuture<>();
    CompletableFuture<Long> first = map.putIfAbsent(key, mine);
    if (first != null) {
      return first.join();
    }
    return computed(key, mine, function);
  }

  /** A function that fails must not leave a future that nobody ends. */
  private Long computed(Long key, CompletableFuture<Long> mine, Function<Long, Long> function) {
    try {
      Long value = function.apply(key);
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      map.remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  @Override
  public void compute(Long key, Function<Long, Long> next) {
    map.compute(key, (same, old) -> of(next.apply(old == null ? 0L : old.join())));
  }

  @Override
  public void merge(Long key, Long by) {
    compute(key, value -> value + by);
  }

  @Override
  public @Nullable Long replace(Long key, Long value) {
    return value(map.replace(key, of(value)));
  }

  @Override
  public void insert(Long key, Long value) {
    if (map.get(key) == null) {
      map.putIfAbsent(key, of(value));
    }
  }

  @Override
  public void update(Long key) {
    merge(key, 1L);
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public long traverse() {
    long sum = 0;
    for (CompletableFuture<Long> future : map.values()) {
      sum += future.join();
    }
    return sum;
  }

  @Override
  public Map<Long, ?> copy() {
    Map<Long, Long> copy = new HashMap<>();
    map.forEach((key, future) -> copy.put(key, future.join()));
    return copy;
  }
}
