package io.mapscope.corpus.snippets;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The same for a map that threads share. */
public final class UnorderedConcurrentMap {

  // snippet
  private final ConcurrentMap<String, Integer> stock = new ConcurrentHashMap<>();

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
