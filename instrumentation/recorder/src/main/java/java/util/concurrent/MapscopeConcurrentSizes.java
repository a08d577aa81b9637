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

  public static long capacity(Object map) {
    Object[] table = ((ConcurrentHashMap<?, ?>) map).table;
    return table == null ? 0 : table.length;
  }
}
