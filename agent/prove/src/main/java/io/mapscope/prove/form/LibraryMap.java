package io.mapscope.prove.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The persistent map of PCollections: a tree by hashes, with one object more for each change. */
record LibraryMap<K, V>(PMap<K, V> map) implements Persistent<K, V> {

  /** The one without entries. */
  static <K, V> LibraryMap<K, V> empty() {
    return new LibraryMap<>(HashTreePMap.empty());
  }

  @Override
  public @Nullable V get(K key) {
    return map.get(key);
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public LibraryMap<K, V> with(K key, V value) {
    return new LibraryMap<>(map.plus(key, value));
  }

  @Override
  public LibraryMap<K, V> without(K key) {
    PMap<K, V> left = map.minus(key);
    return left == map ? this : new LibraryMap<>(left);
  }

  @Override
  public Map<K, V> asMap() {
    return map;
  }
}
