package io.mapscope.benchmarks;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map that counts the operations on another one by {@link LongAdder}s: what a programmer would
 * write, and the peer our counting is measured against.
 */
final class CountingMap<K, V> extends AbstractMap<K, V> {
  private final Map<K, V> inner;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder inserts = new LongAdder();
  private final LongAdder replacements = new LongAdder();
  private final LongAdder computations = new LongAdder();

  CountingMap(Map<K, V> inner) {
    this.inner = inner;
  }

  @Override
  public @Nullable V get(Object key) {
    final @Nullable V value = inner.get(key);
    (value != null ? hits : misses).increment();
    return value;
  }

  @Override
  public @Nullable V put(K key, V value) {
    final @Nullable V previous = inner.put(key, value);
    (previous != null ? replacements : inserts).increment();
    return previous;
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    computations.increment();
    return inner.computeIfAbsent(key, function);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return inner.entrySet();
  }
}
