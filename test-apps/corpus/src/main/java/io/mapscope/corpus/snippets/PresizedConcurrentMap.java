package io.mapscope.corpus.snippets;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A concurrent map that gets its table once; its constructor is told the number of entries. */
public final class PresizedConcurrentMap {

  private PresizedConcurrentMap() {}

  // snippet
  static ConcurrentMap<String, Integer> lengths(List<String> words) {
    ConcurrentMap<String, Integer> lengths = new ConcurrentHashMap<>(words.size());
    for (String word : words) {
      lengths.put(word, word.length());
    }
    return lengths;
  }
  // end of snippet
}
