package io.mapscope.prove.serial;

import java.util.Map;

/** A map that is serialized anew each time, as it is then, while others write it. */
public final class LiveSubject<V, O> implements SerialSubject<V, O> {

  private final Map<String, V> map;
  private final Way<V, O> way;

  /** The subject of {@code map}, which is empty and tells how many threads may use it. */
  public LiveSubject(Map<String, V> map, Way<V, O> way) {
    this.map = map;
    this.way = way;
  }

  @Override
  public void put(String key, V value) {
    map.put(key, value);
  }

  @Override
  public O serialize() {
    return way.writer().apply(map);
  }

  @Override
  public Map<String, V> readBack() {
    return way.reader().apply(serialize());
  }
}
