package io.mapscope.corpus.snippets;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** A map whose keys are nearly always there. */
public final class GetFirst {

  // snippet
  private final ConcurrentMap<String, String> codecs = new ConcurrentHashMap<>();

  String codec(String type, Function<String, String> make) {
    String codec = codecs.get(type); // takes no lock
    return codec != null ? codec : codecs.computeIfAbsent(type, make);
  }
  // end of snippet
}
