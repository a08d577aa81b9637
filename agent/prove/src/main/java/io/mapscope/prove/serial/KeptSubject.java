package io.mapscope.prove.serial;

import java.util.Map;

/** A map whose serialized form is kept until the map changes. */
public final class KeptSubject<V, O> implements SerialSubject<V, O> {

  private final Map<String, V> map;
  private final Way<V, O> way;
  private final Kept<O> kept = new Kept<>();

  /**
   * The subject of {@code map}, which is empty and tells how many threads may use it.
   *
   * @param way gives something of its own each time, no buffer that is used again
   */
  public KeptSubject(Map<String, V> map, Way<V, O> way) {
    this.map = map;
    this.way = way;
  }

  @Override
  public void put(String key, V value) {
    map.put(key, value);
    kept.changed();
  }

  @Override
  public O serialize() {
    return way.view().apply(kept.get(() -> way.writer().apply(map)));
  }

  @Override
  public Map<String, V> readBack() {
    return way.reader().apply(serialize());
  }
}
