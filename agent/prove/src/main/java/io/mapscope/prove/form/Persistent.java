package io.mapscope.prove.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that is never changed: a change gives another map, which has most of itself in common with
 * the one before. Without nulls.
 */
interface Persistent<K, V> {

  /** The value of {@code key}, or null. */
  @Nullable V get(K key);

  /** How many entries it has. */
  int size();

  /** The map in which {@code key} has {@code value}. */
  Persistent<K, V> with(K key, V value);

  /** The map without {@code key}; this one when it has none. */
  Persistent<K, V> without(K key);

  /** This map as the JDK's type, without copying; it refuses changes. */
  Map<K, V> asMap();
}
