package io.mapscope.corpus.snippets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serializes a map as often as its readers need it, not as often as they ask. */
public final class WrittenAside {

  // snippet
  private final Map<String, String> prices = new ConcurrentHashMap<>();
  private volatile byte[] newest = serialize(Map.of());

  void put(String name, String value) {
    prices.put(name, value);
  }

  void write() { // for a timer: executor.scheduleWithFixedDelay(this::write, ...)
    newest = serialize(Map.copyOf(prices));
  }

  byte[] bytes() {
    return newest; // shared by all callers, who must not change it
  }

  // end of snippet

  private static byte[] serialize(Map<String, String> map) {
    return map.toString().getBytes(StandardCharsets.UTF_8);
  }
}
