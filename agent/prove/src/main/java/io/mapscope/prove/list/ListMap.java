package io.mapscope.prove.list;

import java.util.List;

/** A map of lists to which several threads append. */
public interface ListMap<K, V> {

  /** Adds {@code value} at the end of the list of {@code key}. */
  void append(K key, V value);

  /** The list of {@code key} at this moment, which later appends do not change; maybe empty. */
  List<V> list(K key);
}
