package java.util.concurrent;

import java.util.MapscopeSpread;
import java.util.Random;

/** The part of {@code java.util.MapscopeSizes} that needs this package's fields. */
public final class MapscopeConcurrentSizes {
  private MapscopeConcurrentSizes() {}

  /** Sum of the counter cells, as {@code size()} without its cap. */
  public static long entries(Object map) {
    if (map instanceof ConcurrentHashMap) {
      return Math.max(0, ((ConcurrentHashMap<?, ?>) map).sumCount());
    }
    return ((ConcurrentSkipListMap<?, ?>) map).getAdderCount();
  }

  /** Copies a few values, from the bin that {@code seed} names on, and tells how many. */
  public static int values(Object map, int seed, Object[] into) {
    ConcurrentHashMap.Node<?, ?>[] table = ((ConcurrentHashMap<?, ?>) map).table;
    int n = 0;
    for (int bin = 0; table != null && bin < 64 && bin < table.length; bin++) {
      ConcurrentHashMap.Node<?, ?> node = table[(seed + bin) & (table.length - 1)];
      for (; node != null && n < into.length; node = node.next) {
        if (node.val != null) {
          into[n++] = node.val;
        }
      }
    }
    return n;
  }

  /** The bins; null before there are any. */
  public static Object[] table(Object map) {
    return ((ConcurrentHashMap<?, ?>) map).table;
  }

  /** The first entry of the bin that {@code head} stands for; null in a bin that has none here. */
  public static Object firstOf(Object head) {
    if (head instanceof ConcurrentHashMap.TreeBin) {
      return ((ConcurrentHashMap.TreeBin<?, ?>) head).first;
    }
    return ((ConcurrentHashMap.Node<?, ?>) head).hash < 0 ? null : head;
  }

  /** Whether the bin's entries are in the next table already. */
  public static boolean hasMoved(Object head) {
    return head instanceof ConcurrentHashMap.ForwardingNode;
  }

  /** What orders the keys of a ConcurrentSkipListMap; null when they do themselves. */
  public static Object comparator(Object map) {
    return ((ConcurrentSkipListMap<?, ?>) map).comparator;
  }

  /** See {@code java.util.MapscopeSpread}; nothing is told of a table that is being resized. */
  public static long spread(Object map, Random random, int leastBins) {
    ConcurrentHashMap.Node<?, ?>[] table = ((ConcurrentHashMap<?, ?>) map).table;
    if (table == null || table.length < leastBins) {
      return -1;
    }
    long found = 0;
    for (int i = 0; i < MapscopeSpread.BINS; i++) {
      ConcurrentHashMap.Node<?, ?> node = table[random.nextInt(table.length)];
      if (node instanceof ConcurrentHashMap.ForwardingNode) {
        return -1;
      }
      int n = entriesFrom(node);
      found += n == 0 ? 0 : 1 + ((long) n << 32);
    }
    return found;
  }

  private static int entriesFrom(ConcurrentHashMap.Node<?, ?> head) {
    ConcurrentHashMap.Node<?, ?> node =
        head instanceof ConcurrentHashMap.TreeBin
            ? ((ConcurrentHashMap.TreeBin<?, ?>) head).first
            : head;
    int n = 0;
    for (; node != null && n < MapscopeSpread.MOST_IN_BIN; node = node.next) {
      n++;
    }
    return n;
  }
}
