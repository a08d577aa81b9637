package io.mapscope.prove.serial;

/**
 * What a serialized map holds in a replay, and the ways there are to serialize just that;
 * immutable.
 */
public interface Content<V> {

  /** The form that was recorded, which this content is made for. */
  SerialForm recorded();

  /** Entries of the map. */
  int entries();

  /** The key of the entry {@code index}. */
  String key(int index);

  /** A value that the entry {@code index} may have; another one for another {@code number}. */
  V value(int index, int number);

  /**
   * How {@code form} makes something of the whole map.
   *
   * @throws IllegalArgumentException when that is none of the forms that fit {@link #recorded}
   */
  Way<V, ?> way(SerialForm form);

  /** Bytes for each entry as the recorded form writes it, NaN where it writes none. */
  double bytesPerEntry();

  /** What keys and values are, in words. */
  String description();
}
