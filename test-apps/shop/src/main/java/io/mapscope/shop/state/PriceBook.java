package io.mapscope.shop.state;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Computed unit prices, kept until the janitor's next round.
 *
 * <p><b>Wrong on purpose.</b> {@code containsKey}, then {@code put}: between the two another thread
 * may put the same price, so work is done twice and a put replaces what it believed absent. An
 * observer sees check-then-act on a concurrent map, and lost races after every clear. Here both
 * threads compute the same price, so the customer never notices; {@code computeIfAbsent} would do
 * it once.
 */
public final class PriceBook {
  /** What a price depends on. */
  record Key(int productId, int quantity) {}

  private final ConcurrentMap<Key, Long> centsByKey = new ConcurrentHashMap<>();
  private final PriceTiers tiers;

  public PriceBook(PriceTiers tiers) {
    this.tiers = tiers;
  }

  /** Price of one unit in cents when {@code quantity} are bought. */
  public long unitPriceCents(Product product, int quantity) {
    Key key = new Key(product.id(), quantity);
    if (!centsByKey.containsKey(key)) {
      centsByKey.put(key, tiers.unitPriceCents(product.listPriceCents(), quantity));
    }
    Long cents = centsByKey.get(key);
    // The janitor may clear between the two lines: the third step of the same mistake.
    return cents != null ? cents : tiers.unitPriceCents(product.listPriceCents(), quantity);
  }

  /** Forgets all prices, so that the next asker computes them afresh. */
  public void refresh() {
    centsByKey.clear();
  }

  public int count() {
    return centsByKey.size();
  }
}
