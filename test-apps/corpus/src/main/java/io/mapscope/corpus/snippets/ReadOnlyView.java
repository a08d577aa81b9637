package io.mapscope.corpus.snippets;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Hands out a view that its holder cannot change, instead of a copy. */
public final class ReadOnlyView {

  // snippet
  private final ConcurrentMap<String, Integer> stock = new ConcurrentHashMap<>();
  private final Map<String, Integer> view = Collections.unmodifiableMap(stock);

  Map<String, Integer> stock() {
    return view; // not: new HashMap<>(stock)
  }

  // end of snippet

  void put(String product, int pieces) {
    stock.put(product, pieces);
  }
}
