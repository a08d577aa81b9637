package io.mapscope.corpus.snippets;

import java.util.HashMap;
import java.util.Map;

/** An object whose map is made when the first entry comes. */
public final class LazyMap {

  // snippet
  private Map<String, String> attributes = Map.of(); // one object, shared by all that have none

  void put(String name, String value) {
    if (attributes.isEmpty()) {
      attributes = new HashMap<>();
    }
    attributes.put(name, value);
  }

  Map<String, String> attributes() {
    return attributes;
  }
  // end of snippet
}
