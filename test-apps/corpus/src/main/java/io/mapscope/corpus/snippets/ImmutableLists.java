package io.mapscope.corpus.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Lists in a map that threads share: never changed, but replaced in one atomic operation. */
public final class ImmutableLists {

  // snippet
  private final ConcurrentMap<String, List<String>> listeners = new ConcurrentHashMap<>();

  void add(String topic, String listener) {
    listeners.merge(topic, List.of(listener), ImmutableLists::joined);
  }

  private static List<String> joined(List<String> before, List<String> added) {
    List<String> all = new ArrayList<>(before);
    all.addAll(added);
    return List.copyOf(all);
  }

  List<String> of(String topic) {
    return listeners.getOrDefault(topic, List.of()); // safe to read by any thread
  }
  // end of snippet
}
