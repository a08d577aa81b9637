package io.mapscope.shop.state;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Units in stock by product id.
 *
 * <p>An observer sees a plain map that many threads share and that is sound all the same: every
 * access holds {@link #lock}. Each product view takes that lock for one read, so under load threads
 * wait for it.
 */
public final class Inventory {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, Integer> unitsByProduct = new HashMap<>();
  private final int fullStockUnits;

  /** Fills the shelves: products 1 to {@code products} with {@code fullStockUnits} each. */
  public Inventory(int products, int fullStockUnits) {
    this.fullStockUnits = fullStockUnits;
    for (int id = 1; id <= products; id++) {
      unitsByProduct.put(id, fullStockUnits);
    }
  }

  /** Units left of that product; 0 for one the shop does not carry. */
  public int available(int productId) {
    lock.lock();
    try {
      return unitsByProduct.getOrDefault(productId, 0);
    } finally {
      lock.unlock();
    }
  }

  /** Takes all of these units, or none when any product has too few; says which it was. */
  public boolean reserve(Map<Integer, Integer> unitsWanted) {
    lock.lock();
    try {
      if (!hasAll(unitsWanted)) {
        return false;
      }
      unitsWanted.forEach((id, units) -> unitsByProduct.merge(id, -units, Integer::sum));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasAll(Map<Integer, Integer> unitsWanted) {
    for (Map.Entry<Integer, Integer> wanted : unitsWanted.entrySet()) {
      if (unitsByProduct.getOrDefault(wanted.getKey(), 0) < wanted.getValue()) {
        return false;
      }
    }
    return true;
  }

  /** Returns reserved units to the shelves. */
  public void release(Map<Integer, Integer> unitsReserved) {
    lock.lock();
    try {
      unitsReserved.forEach((id, units) -> unitsByProduct.merge(id, units, Integer::sum));
    } finally {
      lock.unlock();
    }
  }

  /** Refills every product that has less than half of its full stock. */
  public void restock() {
    lock.lock();
    try {
      unitsByProduct.replaceAll((id, units) -> units < fullStockUnits / 2 ? fullStockUnits : units);
    } finally {
      lock.unlock();
    }
  }
}
