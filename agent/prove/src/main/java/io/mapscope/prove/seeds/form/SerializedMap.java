package io.mapscope.prove.seeds.form;

import java.nio.ByteBuffer;

/** A map that is written by some threads and serialized as a whole by others. */
public interface SerializedMap {

  /** Writes an entry. */
  void put(String key, Holding value);

  /** The whole map as bytes, which are valid until the same thread asks again. */
  ByteBuffer serialize();
}
