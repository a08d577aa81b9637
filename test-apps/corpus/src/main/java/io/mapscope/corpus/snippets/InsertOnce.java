package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Values that are made when they are first asked for, once. */
public final class InsertOnce {

  // snippet
  private final ConcurrentMap<String, StringBuilder> sessions = new ConcurrentHashMap<>();

  StringBuilder session(String id, Function<String, StringBuilder> make) {
    return sessions.computeIfAbsent(id, make); // not: get, and put when it was null
  }
  // end of snippet
}
