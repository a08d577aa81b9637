package io.mapscope.corpus.snippets;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a map as its number of entries and their plain values: no class names, no text. */
public final class BinaryEntries {

  private BinaryEntries() {}

  // snippet
  static void write(Map<String, Long> totals, DataOutputStream out) throws IOException {
    List<Map.Entry<String, Long>> entries = List.copyOf(totals.entrySet());
    out.writeInt(entries.size()); // of the copy: the map may change meanwhile
    for (Map.Entry<String, Long> entry : entries) {
      out.writeUTF(entry.getKey());
      out.writeLong(entry.getValue());
    }
  }

  static Map<String, Long> read(DataInputStream in) throws IOException {
    Map<String, Long> totals = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      totals.put(in.readUTF(), in.readLong());
    }
    return totals;
  }
  // end of snippet
}
