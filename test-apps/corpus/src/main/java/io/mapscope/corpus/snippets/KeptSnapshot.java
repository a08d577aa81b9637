package io.mapscope.corpus.snippets;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands out an immutable copy, and makes a new one only after a change. */
public final class KeptSnapshot {

  // snippet
  private final Map<String, Integer> prices = new HashMap<>();
  private @Nullable Map<String, Integer> snapshot;

  synchronized void put(String product, int cents) {
    prices.put(product, cents);
    snapshot = null;
  }

  synchronized Map<String, Integer> snapshot() {
    Map<String, Integer> kept = snapshot;
    if (kept == null) {
      snapshot = kept = Map.copyOf(prices); // copied once per change, not once per call
    }
    return kept;
  }
  // end of snippet
}
