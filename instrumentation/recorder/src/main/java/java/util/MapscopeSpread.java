package java.util;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.MapscopeConcurrentSizes;

/**
 * A look from outside at a few bins of a hash table, chosen at random, by the collector: how many
 * are in use. Reads fields plainly while the application may write them.
 */
public final class MapscopeSpread {
  /** Bins looked at at a time. */
  public static final int BINS = 64;

  /** Entries counted in a bin at most. */
  public static final int MOST_IN_BIN = 16;

  /** Smaller tables are not looked at: a few collisions there cost nothing. */
  private static final int LEAST_BINS = 64;

  private MapscopeSpread() {}

  /**
   * Bins in use (low 32 bits) and entries in them (high 32 bits), of {@link #BINS}; -1 for maps
   * without bins, small ones and those that are being resized.
   */
  public static long of(Object map, Random random) {
    if (map instanceof HashMap) {
      HashMap.Node<?, ?>[] table = ((HashMap<?, ?>) map).table;
      return table == null || table.length < LEAST_BINS ? -1 : look(table, random);
    }
    return map instanceof ConcurrentHashMap
        ? MapscopeConcurrentSizes.spread(map, random, LEAST_BINS)
        : -1;
  }

  private static long look(HashMap.Node<?, ?>[] table, Random random) {
    long found = 0;
    for (int i = 0; i < BINS; i++) {
      HashMap.Node<?, ?> node = table[random.nextInt(table.length)];
      int n = 0;
      for (; node != null && n < MOST_IN_BIN; node = node.next) {
        n++;
      }
      found += n == 0 ? 0 : 1 + ((long) n << 32);
    }
    return found;
  }
}
