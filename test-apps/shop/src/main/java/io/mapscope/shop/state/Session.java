package io.mapscope.shop.state;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A visitor's stay in the shop: who, since when, and the lines of the cart.
 *
 * <p>An observer sees one small insertion-ordered map per live session, all from this one line,
 * always used under the session's own lock and hardly ever waited for.
 */
public final class Session {
  private final String visitor;
  private final long openedAtMillis;
  private volatile long lastSeenMillis;

  /**
   * Units by product id, in the order in which the visitor put them in; guarded by {@code this}.
   */
  private final Map<Integer, Integer> lines = new LinkedHashMap<>();

  Session(String visitor, long nowMillis) {
    this.visitor = visitor;
    this.openedAtMillis = nowMillis;
    this.lastSeenMillis = nowMillis;
  }

  public String getVisitor() {
    return visitor;
  }

  public long getOpenedAtMillis() {
    return openedAtMillis;
  }

  public long getLastSeenMillis() {
    return lastSeenMillis;
  }

  void touch(long nowMillis) {
    lastSeenMillis = nowMillis;
  }

  public synchronized void add(int productId, int quantity) {
    lines.merge(productId, quantity, Integer::sum);
  }

  /** A copy of the cart; what the export and the cart's answer show. */
  public synchronized Map<Integer, Integer> getLines() {
    return new LinkedHashMap<>(lines);
  }

  /**
   * Empties the cart and hands its lines to the caller, so that no two checkouts sell them twice.
   */
  public synchronized Map<Integer, Integer> takeLines() {
    Map<Integer, Integer> taken = new LinkedHashMap<>(lines);
    lines.clear();
    return taken;
  }

  /** Puts back the lines of a checkout that was refused. */
  public synchronized void giveBack(Map<Integer, Integer> taken) {
    taken.forEach((productId, quantity) -> lines.merge(productId, quantity, Integer::sum));
  }
}
