package io.mapscope.corpus.snippets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Serializes a map once per change, not once per request. */
public final class KeptBytes {

  // snippet
  private final Map<String, String> settings = new TreeMap<>();
  private byte @Nullable [] bytes;

  synchronized void put(String name, String value) {
    settings.put(name, value);
    bytes = null;
  }

  synchronized byte[] bytes() {
    byte[] kept = bytes;
    if (kept == null) {
      bytes = kept = serialize(settings);
    }
    return kept; // shared by all callers, who must not change it
  }

  // end of snippet

  private static byte[] serialize(Map<String, String> map) {
    return map.toString().getBytes(StandardCharsets.UTF_8);
  }
}
