package io.mapscope.corpus.snippets;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A map that is looked up by key, and sorted only where the order is asked for. */
public final class UnorderedMap {

  // snippet
  private final Map<String, Integer> stock = new HashMap<>();

  int piecesOf(String product) {
    return stock.getOrDefault(product, 0); // one step, whatever the number of products
  }

  Map<String, Integer> sorted() {
    return new TreeMap<>(stock); // should a list in order be wanted after all
  }

  // end of snippet

  void put(String product, int pieces) {
    stock.put(product, pieces);
  }
}
