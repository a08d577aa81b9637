package io.mapscope.prove.serial;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A kind of value that serialized maps hold, with code for it alone, as a programmer or a generator
 * would write it; immutable.
 */
public interface Values<V> {

  /** Their class. */
  Class<V> type();

  /** One of many; the same number gives the same value. */
  V sample(int number);

  /** Writes {@code value} without reflection. */
  void write(V value, JsonGenerator json) throws IOException;

  /** Writes {@code value} without names of classes or fields. */
  void write(V value, DataOutput out) throws IOException;

  /** Reads what {@link #write(Object, DataOutput)} wrote. */
  V read(DataInput in) throws IOException;
}
