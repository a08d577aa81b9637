package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A map that threads share and change key by key, instead of copying it for each change. */
public final class ChangeInPlace {

  // snippet
  private final ConcurrentMap<String, String> routes = new ConcurrentHashMap<>();

  void add(String path, String handler) {
    routes.put(path, handler); // not: copy, change, publish
  }

  String handlerOf(String path) {
    return routes.getOrDefault(path, "404");
  }
  // end of snippet
}
