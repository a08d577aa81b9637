package io.mapscope.corpus.snippets;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** A cache that loads each value once, outside of the map's locks. */
public final class FutureValues {

  // snippet
  private final ConcurrentMap<String, CompletableFuture<String>> pages = new ConcurrentHashMap<>();

  String page(String url, Function<String, String> load) {
    CompletableFuture<String> mine = new CompletableFuture<>();
    CompletableFuture<String> first = pages.putIfAbsent(url, mine); // no function under a lock
    if (first != null) {
      return first.join();
    }
    try {
      mine.complete(load.apply(url));
    } catch (RuntimeException failure) {
      pages.remove(url, mine); // the next one tries again
      mine.completeExceptionally(failure);
    }
    return mine.join();
  }
  // end of snippet
}
