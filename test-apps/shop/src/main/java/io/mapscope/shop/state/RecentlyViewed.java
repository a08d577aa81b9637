package io.mapscope.shop.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The product that was last viewed in each category: "others just looked at".
 *
 * <p><b>Wrong on purpose.</b> A plain {@link HashMap} that all request threads read and write
 * without any lock: the mistake the demo is there to show. An observer sees threads overlapping
 * inside an unsynchronised map with writers among them, and get-then-put sequences whose put
 * replaces something else than the get returned.
 *
 * <p>Why the shop survives it: the set of keys is complete before the map is shared, so every put
 * replaces a value. No entry is added or removed, no table resized, no bin rebuilt: a request may
 * get a stale or lost suggestion, but nothing throws and nothing loops. A map whose keys were not
 * fixed could lose entries or hang a thread.
 */
public final class RecentlyViewed {
  private static final int NOTHING_YET = 0;

  private final Map<String, Integer> productByCategory = new HashMap<>();

  public RecentlyViewed(Iterable<String> categories) {
    for (String category : categories) {
      productByCategory.put(category, NOTHING_YET);
    }
  }

  /** Notes the view; returns what was seen there before, null when nothing or the same product. */
  public @Nullable Integer exchange(Product viewed) {
    Integer previous = productByCategory.get(viewed.category());
    if (previous == null) {
      return null;
    }
    productByCategory.put(viewed.category(), viewed.id());
    return previous == NOTHING_YET || previous == viewed.id() ? null : previous;
  }
}
