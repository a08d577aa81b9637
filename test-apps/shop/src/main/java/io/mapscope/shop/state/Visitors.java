package io.mapscope.shop.state;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The distinct visitors of the current window, which ends when the janitor empties the set.
 *
 * <p>An observer sees a set that is a concurrent map underneath: an add per request, most of which
 * find the visitor there already, and a clear per window.
 */
public final class Visitors {
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final int limit;

  /** At most about {@code limit} visitors are told apart; further ones are not counted. */
  public Visitors(int limit) {
    this.limit = limit;
  }

  public void saw(String name) {
    if (names.size() < limit) {
      names.add(name);
    }
  }

  public int count() {
    return names.size();
  }

  public void startWindow() {
    names.clear();
  }
}
