package io.mapscope.corpus.snippets;

import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A sorted map that threads share. */
public final class SortedConcurrentMap {

  // snippet
  private final ConcurrentNavigableMap<Long, String> tiers = new ConcurrentSkipListMap<>();

  @Nullable String tierOf(long amount) {
    Map.Entry<Long, String> tier = tiers.floorEntry(amount); // key and value of one moment
    return tier == null ? null : tier.getValue();
  }

  // end of snippet

  void add(long from, String tier) {
    tiers.put(from, tier);
  }
}
