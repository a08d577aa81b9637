package io.mapscope.corpus.snippets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A map that no other thread ever sees needs nothing for others. */
public final class OneThreadsMap {

  private OneThreadsMap() {}

  // snippet
  static Map<String, Integer> count(List<String> words) {
    Map<String, Integer> counts = new HashMap<>(); // this thread's own until it is returned
    for (String word : words) {
      counts.merge(word, 1, Integer::sum);
    }
    return counts;
  }
  // end of snippet
}
