package io.mapscope.prove.serial;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The number of entries and their plain values: no names of classes or fields, no text. */
final class BinaryCodec<V> implements Codec<V> {

  private final Values<V> values;

  BinaryCodec(Values<V> values) {
    this.values = values;
  }

  /**
   * As {@code costly-serialization} advises it: of a copy, because the map may change meanwhile.
   */
  @Override
  public void write(Map<String, V> map, OutputStream out) throws IOException {
    List<Map.Entry<String, V>> entries = List.copyOf(map.entrySet());
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(entries.size());
    for (Map.Entry<String, V> entry : entries) {
      data.writeUTF(entry.getKey());
      values.write(entry.getValue(), data);
    }
    data.flush();
  }

  @Override
  public Map<String, V> read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    Map<String, V> map = new HashMap<>();
    for (int left = data.readInt(); left > 0; left--) {
      map.put(data.readUTF(), values.read(data));
    }
    return map;
  }
}
