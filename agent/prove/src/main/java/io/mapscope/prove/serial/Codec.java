package io.mapscope.prove.serial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A format of a whole map, and the code that writes and reads it. Safe for many threads. */
public interface Codec<V> {

  /** Writes all entries of {@code map}. */
  void write(Map<String, V> map, OutputStream out) throws IOException;

  /** The entries that {@link #write} wrote, as a map of its own. */
  Map<String, V> read(InputStream in) throws IOException;

  /** What {@link #write} writes, in an array of its own. */
  default byte[] bytes(Map<String, V> map) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(map, out);
    return out.toByteArray();
  }
}
