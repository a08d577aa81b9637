package java.util;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.MapscopeConcurrentSizes;
import jdk.internal.misc.Unsafe;

/**
 * A look from outside at a few entries of a map, by the collector: nulls and mutable values, which
 * a replacement would refuse or not protect.
 *
 * <p>Reads fields plainly while the application may write them: what it sees was there at some
 * time, never more; no code of the application runs and nothing is changed. Seen or not seen, no
 * counts: a null that never lay where it looked stays unseen, but for null keys of HashMap, which
 * all lie in the first bin.
 */
public final class MapscopeContents {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long SET = UNSAFE.objectFieldOffset(HashSet.class, "map");
  private static final int MOST_BINS = 64;
  private static final int MOST_NODES = 16;
  private static final int MOST_VALUES = 8;

  /** Whether a null key was seen. */
  public boolean nullKey;

  /** Whether a null value was seen. */
  public boolean nullValue;

  /** Values looked at, and those of them that are collections one can change. */
  public int values;

  public int mutableValues;

  /** The first of those collections; null behind the last. */
  public final Object[] mutable = new Object[MOST_VALUES];

  private MapscopeContents() {}

  /** Looks at {@code map} from a place that {@code seed} chooses; null for other classes. */
  public static MapscopeContents of(Object map, int seed) {
    MapscopeContents contents = new MapscopeContents();
    if (map instanceof HashMap) {
      contents.look(((HashMap<?, ?>) map).table, seed);
      return contents;
    }
    if (map instanceof ConcurrentHashMap) {
      Object[] values = new Object[MOST_VALUES];
      int n = MapscopeConcurrentSizes.values(map, seed, values);
      for (int i = 0; i < n; i++) {
        contents.value(values[i]);
      }
      return contents;
    }
    return null;
  }

  private void look(HashMap.Node<?, ?>[] table, int seed) {
    if (table == null || table.length == 0) {
      return;
    }
    HashMap.Node<?, ?> first = table[0];
    for (int n = 0; first != null && n < MOST_NODES; n++, first = first.next) {
      if (first.key == null) {
        nullKey = true;
        nullValue |= first.value == null;
      }
    }
    int mask = table.length - 1;
    for (int bin = 0; bin < MOST_BINS && bin <= mask && values < MOST_VALUES; bin++) {
      HashMap.Node<?, ?> node = table[(seed + bin) & mask];
      for (int n = 0; node != null && n < MOST_NODES; n++, node = node.next) {
        value(node.value);
      }
    }
  }

  private void value(Object value) {
    values++;
    if (value == null) {
      nullValue = true;
    } else if (isMutable(value)) {
      if (mutableValues < MOST_VALUES) {
        mutable[mutableValues] = value;
      }
      mutableValues++;
    }
  }

  /**
   * A figure that differs when {@code value} has changed, mostly its own count of changes; -1 for
   * classes that have none or that lock themselves. Read plainly: a change that is being made may
   * be seen later.
   */
  public static int changesOf(Object value) {
    if (value instanceof AbstractList && !(value instanceof Vector)) {
      return ((AbstractList<?>) value).modCount;
    }
    if (value instanceof HashMap) {
      return ((HashMap<?, ?>) value).modCount;
    }
    if (value instanceof ArrayDeque) {
      return ends((ArrayDeque<?>) value);
    }
    if (value instanceof PriorityQueue) {
      return ((PriorityQueue<?>) value).modCount;
    }
    return value instanceof HashSet
        ? ((HashMap<?, ?>) UNSAFE.getReference(value, SET)).modCount
        : -1;
  }

  /** A deque does not count; both of its ends in one value, which each change but few move. */
  private static int ends(ArrayDeque<?> deque) {
    return (deque.head * 31 + deque.tail) & Integer.MAX_VALUE;
  }

  /** Collections and maps of java.util that are neither immutable nor made for many threads. */
  private static boolean isMutable(Object value) {
    if (!(value instanceof Collection) && !(value instanceof Map)) {
      return false;
    }
    Class<?> type = value.getClass();
    String name = type.getName();
    return type.getClassLoader() == null
        && name.startsWith("java.util.")
        && !name.startsWith("java.util.concurrent.")
        && !name.startsWith("java.util.ImmutableCollections")
        && !name.startsWith("java.util.Collections$");
  }
}
