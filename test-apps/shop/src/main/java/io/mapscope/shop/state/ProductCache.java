package io.mapscope.shop.state;

import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used products, loaded from the database when missing.
 *
 * <p>An observer sees a least-recently-used map behind one lock that every hit must take, because
 * in an access-ordered map even a get writes. Two threads that miss the same product both load it;
 * the second put replaces the first by an equal value.
 */
public final class ProductCache {
  private final Map<Integer, Product> products;
  private final ProductSource source;

  public ProductCache(int capacityEntries, ProductSource source) {
    this.products = Collections.synchronizedMap(new LruMap(capacityEntries));
    this.source = source;
  }

  /** The product of that id, or null when the catalogue has none; absence is not cached. */
  public @Nullable Product find(int id) throws SQLException {
    Product cached = products.get(id);
    if (cached != null) {
      return cached;
    }
    Product loaded = source.load(id);
    if (loaded != null) {
      products.put(id, loaded);
    }
    return loaded;
  }

  public int count() {
    return products.size();
  }

  /** A map that drops its least recently used entry when it would exceed its capacity. */
  private static final class LruMap extends LinkedHashMap<Integer, Product> {
    private static final long serialVersionUID = 1L;
    private final int capacityEntries;

    LruMap(int capacityEntries) {
      super(16, 0.75f, true);
      this.capacityEntries = capacityEntries;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Product> eldest) {
      return size() > capacityEntries;
    }
  }
}
