package io.mapscope.prove.serial;

import io.mapscope.prove.form.PersistentMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A map that is never changed, in a reference that is: each request serializes a snapshot. */
public final class SnapshotSubject<V, O> implements SerialSubject<V, O> {

  private final AtomicReference<PersistentMap<String, V>> map =
      new AtomicReference<>(PersistentMap.empty());
  private final Way<V, O> way;

  /** An empty one. */
  public SnapshotSubject(Way<V, O> way) {
    this.way = way;
  }

  @Override
  public void put(String key, V value) {
    map.updateAndGet(before -> Objects.requireNonNull(before).with(key, value));
  }

  @Override
  public O serialize() {
    return way.writer().apply(Objects.requireNonNull(map.get()).asMap());
  }

  @Override
  public Map<String, V> readBack() {
    return way.reader().apply(serialize());
  }
}
