package io.mapscope.prove.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Java serialization of the map object itself. */
final class JavaCodec<V> implements Codec<V> {

  /** A map that Java cannot serialize is copied into one that it can. */
  @Override
  public void write(Map<String, V> map, OutputStream out) throws IOException {
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(map instanceof Serializable ? map : new HashMap<>(map));
    }
  }

  @Override
  @SuppressWarnings("unchecked") // write wrote nothing else
  public Map<String, V> read(InputStream in) throws IOException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return (Map<String, V>) objects.readObject();
    } catch (ClassNotFoundException e) {
      throw new IOException("the bytes name a class that is not there", e);
    }
  }
}
