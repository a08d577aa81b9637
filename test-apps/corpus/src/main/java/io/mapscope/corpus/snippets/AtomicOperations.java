package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A map that threads share: each step on a key is one atomic operation. */
public final class AtomicOperations {

  // snippet
  private final ConcurrentMap<String, Long> visits = new ConcurrentHashMap<>();

  long visit(String page) {
    return visits.merge(page, 1L, Long::sum); // not: get, add, put
  }

  // end of snippet

  long visitsOf(String page) {
    return visits.getOrDefault(page, 0L);
  }
}
