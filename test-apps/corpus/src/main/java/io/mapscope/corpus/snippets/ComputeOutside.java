package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Values that are computed without holding a part of the map. */
public final class ComputeOutside {

  // snippet
  private final ConcurrentMap<String, String> parsed = new ConcurrentHashMap<>();

  String parsed(String text, Function<String, String> parse) {
    String known = parsed.get(text);
    if (known != null) {
      return known;
    }
    String mine = parse.apply(text); // may be slow, and may use the map
    String others = parsed.putIfAbsent(text, mine);
    return others == null ? mine : others; // the first one stays
  }
  // end of snippet
}
