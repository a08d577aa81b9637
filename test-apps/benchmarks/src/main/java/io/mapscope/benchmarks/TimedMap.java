package io.mapscope.benchmarks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A map whose operations are timed by Micrometer, as one would a call to another service. */
final class TimedMap<K, V> extends AbstractMap<K, V> {
  private final Map<K, V> inner;
  private final Timer gets;
  private final Timer puts;

  TimedMap(Map<K, V> inner) {
    this.inner = inner;
    final MeterRegistry registry = new SimpleMeterRegistry();
    gets = registry.timer("map", "operation", "get");
    puts = registry.timer("map", "operation", "put");
  }

  @Override
  public @Nullable V get(Object key) {
    final long startNanos = System.nanoTime();
    final @Nullable V value = inner.get(key);
    gets.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    return value;
  }

  @Override
  public @Nullable V put(K key, V value) {
    final long startNanos = System.nanoTime();
    final @Nullable V previous = inner.put(key, value);
    puts.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    return previous;
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return inner.entrySet();
  }
}
