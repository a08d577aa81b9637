package io.mapscope.corpus.snippets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/** A cache that threads share: bounded, and no hit waits for another. */
public final class BoundedCache {

  // snippet
  private final Cache<String, String> pages =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofMinutes(30)).build();

  String page(String name, Function<String, String> render) {
    return pages.get(name, render); // rendered once, whoever asks
  }

  // end of snippet

  long entries() {
    pages.cleanUp();
    return pages.estimatedSize();
  }
}
