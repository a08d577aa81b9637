package io.mapscope.corpus.snippets;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that readers see in one consistent state, and that writers replace as a whole. */
public final class SwappedCopy {

  // snippet
  private volatile Map<String, String> routes = Map.of();

  @Nullable String route(String path) {
    return routes.get(path); // no lock; the map a reader has got stays as it is
  }

  synchronized void add(String path, String target) {
    Map<String, String> copy = new HashMap<>(routes);
    copy.put(path, target);
    routes = Map.copyOf(copy);
  }

  // end of snippet

  Map<String, String> snapshot() {
    return routes;
  }
}
