package io.mapscope.shop.state;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Discounts by quantity: the tier with the greatest starting quantity not above the one bought
 * holds.
 *
 * <p>An observer sees a tiny tree filled by one thread at start and from then on only asked {@code
 * floorEntry}: shared, unsynchronised and sound, because it is published by a final field and never
 * written again.
 */
public final class PriceTiers {
  private final NavigableMap<Integer, Integer> percentOffByQuantity = new TreeMap<>();

  public PriceTiers(ShopConfig config) {
    config
        .valuesWithPrefix("tier.")
        .forEach((from, percent) -> percentOffByQuantity.put(Integer.valueOf(from), percent));
    // A floor for every quantity, so that no lookup comes back empty.
    percentOffByQuantity.putIfAbsent(0, 0);
  }

  /** Price of one unit in cents when {@code quantity} are bought, rounded down. */
  public long unitPriceCents(long listPriceCents, int quantity) {
    int percentOff = percentOffByQuantity.floorEntry(quantity).getValue();
    return listPriceCents * (100 - percentOff) / 100;
  }
}
