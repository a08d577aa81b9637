package io.mapscope.prove.serial;

import java.util.Map;

/**
 * A map that is written and serialized as a whole, by any number of threads unless its maker says
 * otherwise.
 *
 * @param <V> class of its values
 * @param <O> what it is made of it: bytes, or an object
 */
public interface SerialSubject<V, O> extends AutoCloseable {

  /** Writes an entry. */
  void put(String key, V value);

  /** The whole map in another form, which is valid until the same thread asks again. */
  O serialize();

  /** What {@link #serialize} gives once all that was written by now is in it. */
  default O settled() {
    return serialize();
  }

  /** The entries of {@link #settled}, read back. */
  Map<String, V> readBack();

  /** Ends what works for it in the background. */
  @Override
  default void close() {}
}
