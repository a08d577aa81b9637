package java.util;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import jdk.internal.misc.Unsafe;

/**
 * The objects a map consists of besides itself, its table and its nodes: cached views, counter
 * cells, the ends of a skip list, the queue of a WeakHashMap.
 *
 * <p>Read by the collector, plainly and without a lock: what another thread adds meanwhile is seen
 * the next time. Fields that a JDK does not have are left out.
 */
public final class MapscopeParts {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Offsets of the private fields that hold parts, by layout. */
  private static final long[][] OFFSETS = new long[MapscopeLayout.COUNT][];

  static {
    keep(MapscopeLayout.HASH, HashMap.class, "entrySet");
    keep(MapscopeLayout.LINKED_HASH, HashMap.class, "entrySet");
    keep(MapscopeLayout.TREE, TreeMap.class, "entrySet", "navigableKeySet", "descendingMap");
    keep(
        MapscopeLayout.CONCURRENT_HASH,
        ConcurrentHashMap.class,
        "keySet",
        "values",
        "entrySet",
        "counterCells");
    keep(MapscopeLayout.HASHTABLE, Hashtable.class, "keySet", "entrySet");
    keep(MapscopeLayout.WEAK, WeakHashMap.class, "entrySet", "queue");
    keep(MapscopeLayout.IDENTITY, IdentityHashMap.class, "entrySet");
    keep(MapscopeLayout.ENUM, EnumMap.class, "entrySet");
  }

  private MapscopeParts() {}

  /** Not before there is a skip list: its class is not loaded for this. */
  private static void keepSkipList() {
    keep(
        MapscopeLayout.SKIP_LIST,
        ConcurrentSkipListMap.class,
        "keySet",
        "values",
        "entrySet",
        "descendingMap",
        "adder",
        "head");
  }

  private static void keep(int layout, Class<?> type, String... fields) {
    long[] offsets = new long[fields.length];
    for (int i = 0; i < fields.length; i++) {
      offsets[i] = offset(type, fields[i]);
    }
    OFFSETS[layout] = offsets;
  }

  private static long offset(Class<?> type, String field) {
    try {
      return UNSAFE.objectFieldOffset(type, field);
    } catch (InternalError absent) {
      return -1; // another JDK: this part is not counted
    }
  }

  /** Puts the parts of {@code map} into {@code into}, as many as fit; returns their number. */
  public static int of(Object map, Object[] into) {
    int n = addView(0, into, map);
    int layout = MapscopeLayout.of(map);
    if (layout == MapscopeLayout.SKIP_LIST && OFFSETS[layout] == null) {
      keepSkipList();
    }
    long[] offsets = OFFSETS[layout];
    if (offsets != null) {
      for (long offset : offsets) {
        n = offset < 0 ? n : addPart(n, into, UNSAFE.getReference(map, offset));
      }
    }
    return n;
  }

  /** The views in the two inherited fields, of which one may be our slot. */
  private static int addView(int n, Object[] into, Object map) {
    Object slot = MapscopeSlots.read(map);
    int count = add(n, into, slot instanceof MapscopeProbe ? ((MapscopeProbe) slot).view : slot);
    if (map instanceof AbstractMap) {
      AbstractMap<?, ?> inherited = (AbstractMap<?, ?>) map;
      Object other = inherited.keySet == slot ? inherited.values : inherited.keySet;
      count = other == slot ? count : add(count, into, other);
    }
    return count;
  }

  private static int addPart(int n, Object[] into, Object part) {
    int count = add(n, into, part);
    if (part instanceof Object[]) {
      for (Object cell : (Object[]) part) {
        count = add(count, into, cell);
      }
    }
    return count;
  }

  private static int add(int n, Object[] into, Object part) {
    if (part == null || n == into.length) {
      return n;
    }
    into[n] = part;
    return n + 1;
  }
}
