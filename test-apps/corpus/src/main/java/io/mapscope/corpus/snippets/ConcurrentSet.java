package io.mapscope.corpus.snippets;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A set that threads share. */
public final class ConcurrentSet {

  // snippet
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  boolean isFirst(String id) {
    return seen.add(id); // tells and remembers in one step
  }
  // end of snippet
}
