package java.util.concurrent;

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

  public static long capacity(Object map) {
    Object[] table = ((ConcurrentHashMap<?, ?>) map).table;
    return table == null ? 0 : table.length;
  }
}
