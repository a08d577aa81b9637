package java.util;

import java.util.concurrent.MapscopeConcurrentSizes;
import jdk.internal.misc.Unsafe;

/**
 * What a map is by construction, which its class's name does not tell: the order it keeps and by
 * what. Read from final fields, by the collector; no code of the application runs.
 */
public final class MapscopeNature {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long TREE = UNSAFE.objectFieldOffset(TreeMap.class, "comparator");

  /** Names by {@link MapscopeLayout}. */
  private static final String[] BASES = {
    null,
    "java.util.HashMap",
    "java.util.LinkedHashMap",
    "java.util.TreeMap",
    "java.util.concurrent.ConcurrentHashMap",
    "java.util.concurrent.ConcurrentSkipListMap",
    "java.util.Hashtable",
    "java.util.WeakHashMap",
    "java.util.IdentityHashMap",
    "java.util.EnumMap"
  };

  private MapscopeNature() {}

  /** The JDK's class that keeps the entries of {@code map}; null for maps of others. */
  public static String base(Object map) {
    return BASES[MapscopeLayout.of(map)];
  }

  /** Whether a look-up in {@code map} moves its entry to the end. */
  public static boolean isInAccessOrder(Object map) {
    return map instanceof LinkedHashMap && ((LinkedHashMap<?, ?>) map).accessOrder;
  }

  /** Whether {@code map} has another order than that of its keys or its reverse. */
  public static boolean hasComparator(Object map) {
    Object comparator = null;
    if (map instanceof TreeMap) {
      comparator = UNSAFE.getReference(map, TREE);
    } else if (MapscopeLayout.isSkipList(map)) {
      comparator = MapscopeConcurrentSizes.comparator(map);
    }
    return comparator != null
        && comparator != Comparator.naturalOrder()
        && comparator != Collections.reverseOrder();
  }
}
