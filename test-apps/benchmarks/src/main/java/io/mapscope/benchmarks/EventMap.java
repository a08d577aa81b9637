package io.mapscope.benchmarks;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * A map that commits a Flight Recorder event for each operation, as the probes of JMC Agent do; to
 * be kind to it, without a stack trace and with a recording that keeps to memory.
 */
final class EventMap<K, V> extends AbstractMap<K, V> {
  private final Map<K, V> inner;

  /** One operation; its duration is the event's. */
  @Name("benchmarks.MapOperation")
  @StackTrace(false)
  static final class MapOperation extends Event {
    String operation = "";
  }

  private EventMap(Map<K, V> inner) {
    this.inner = inner;
  }

  /** The map, and a recording of its events that goes on until the JVM ends. */
  static <K, V> Map<K, V> recorded(Map<K, V> inner) {
    final Recording recording = new Recording();
    recording.setToDisk(false);
    recording.enable(MapOperation.class).withoutThreshold();
    recording.start();
    return new EventMap<>(inner);
  }

  @Override
  public @Nullable V get(Object key) {
    final MapOperation event = new MapOperation();
    event.begin();
    final @Nullable V value = inner.get(key);
    event.operation = "get";
    event.commit();
    return value;
  }

  @Override
  public @Nullable V put(K key, V value) {
    final MapOperation event = new MapOperation();
    event.begin();
    final @Nullable V previous = inner.put(key, value);
    event.operation = "put";
    event.commit();
    return previous;
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return inner.entrySet();
  }
}
