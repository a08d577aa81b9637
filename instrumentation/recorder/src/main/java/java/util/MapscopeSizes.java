package java.util;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.MapscopeConcurrentSizes;
import jdk.internal.misc.Unsafe;

/**
 * Entries and capacity of a map, read straight from its fields: no lock, no clean-up, no count.
 *
 * <p>The value is whatever the field holds at that moment, as {@code size()} of a concurrent map.
 */
public final class MapscopeSizes {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long TREE = UNSAFE.objectFieldOffset(TreeMap.class, "size");
  private static final long WEAK = UNSAFE.objectFieldOffset(WeakHashMap.class, "size");
  private static final long ENUM = UNSAFE.objectFieldOffset(EnumMap.class, "size");
  private static final long ENUM_TABLE = UNSAFE.objectFieldOffset(EnumMap.class, "vals");
  private static final long HASHTABLE = UNSAFE.objectFieldOffset(Hashtable.class, "count");
  private static final long HASHTABLE_TABLE = UNSAFE.objectFieldOffset(Hashtable.class, "table");

  private MapscopeSizes() {}

  /** Number of entries; 0 for a map we have no field for, -1 when it is not known. */
  public static long entries(Object map) {
    if (map instanceof HashMap) {
      return ((HashMap<?, ?>) map).size;
    }
    if (map instanceof ConcurrentHashMap || MapscopeLayout.isSkipList(map)) {
      return MapscopeConcurrentSizes.entries(map);
    }
    if (map instanceof TreeMap) {
      return UNSAFE.getInt(map, TREE);
    }
    if (map instanceof WeakHashMap) {
      return UNSAFE.getInt(map, WEAK);
    }
    if (map instanceof IdentityHashMap) {
      return ((IdentityHashMap<?, ?>) map).size;
    }
    if (map instanceof EnumMap) {
      return UNSAFE.getInt(map, ENUM);
    }
    if (map instanceof MapscopeTracked) {
      return tracked((MapscopeTracked) map);
    }
    return map instanceof Hashtable ? UNSAFE.getInt(map, HASHTABLE) : 0;
  }

  /**
   * By the map's own method, whose inner operations must not count; a failing one tells nothing.
   */
  private static long tracked(MapscopeTracked map) {
    MapscopeCell cell = MapscopeNesting.beginTracked(map);
    try {
      return map.mapscopeEntries();
    } catch (RuntimeException unfinished) {
      return -1; // a constructor let the map escape before its fields were set
    } finally {
      MapscopeNesting.leave(cell);
    }
  }

  /** The array of bins; null before there is one, or without. */
  static Object[] table(Object map) {
    if (map instanceof HashMap) {
      return ((HashMap<?, ?>) map).table;
    }
    if (map instanceof ConcurrentHashMap) {
      return MapscopeConcurrentSizes.table(map);
    }
    if (map instanceof WeakHashMap) {
      return ((WeakHashMap<?, ?>) map).table;
    }
    return map instanceof Hashtable ? (Object[]) UNSAFE.getReference(map, HASHTABLE_TABLE) : null;
  }

  /** Places in the table (pairs for an IdentityHashMap); 0 before there is one, -1 without. */
  public static long capacity(Object map) {
    if (map instanceof IdentityHashMap) {
      return length(((IdentityHashMap<?, ?>) map).table) / 2;
    }
    return hasBins(map) ? length(table(map)) : -1;
  }

  /** Whether the map's table leads to bins of entries. */
  static boolean hasBins(Object map) {
    return map instanceof HashMap
        || map instanceof ConcurrentHashMap
        || map instanceof WeakHashMap
        || map instanceof Hashtable;
  }

  /** Length of the array that holds the entries or leads to them; 0 before there is one. */
  public static int tableLength(Object map) {
    if (map instanceof EnumMap) {
      return length((Object[]) UNSAFE.getReference(map, ENUM_TABLE));
    }
    long capacity = capacity(map);
    return capacity <= 0 ? 0 : (int) (map instanceof IdentityHashMap ? 2 * capacity : capacity);
  }

  private static int length(Object[] table) {
    return table == null ? 0 : table.length;
  }
}
