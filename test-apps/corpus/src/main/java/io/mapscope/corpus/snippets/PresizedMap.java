package io.mapscope.corpus.snippets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A map that gets its table once, in the size that the data needs. */
public final class PresizedMap {

  private PresizedMap() {}

  // snippet
  static Map<String, Integer> lengths(List<String> words) {
    // From JDK 19 on: HashMap.newHashMap(words.size())
    Map<String, Integer> lengths = new HashMap<>((int) Math.ceil(words.size() / 0.75));
    for (String word : words) {
      lengths.put(word, word.length());
    }
    return lengths;
  }
  // end of snippet
}
