package java.util;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import jdk.internal.misc.Unsafe;

/**
 * How a map lies in memory: which kind of nodes it is made of, and how long an array is in this
 * JVM.
 *
 * <p>The agent measures nodes and fixed parts by the specimens of {@link MapscopeSpecimens}; the
 * recorder keeps counts and array bytes only.
 */
public final class MapscopeLayout {
  public static final int OTHER = 0;
  public static final int HASH = 1;
  public static final int LINKED_HASH = 2;
  public static final int TREE = 3;
  public static final int CONCURRENT_HASH = 4;
  public static final int SKIP_LIST = 5;
  public static final int HASHTABLE = 6;
  public static final int WEAK = 7;
  public static final int IDENTITY = 8;
  public static final int ENUM = 9;

  /** Number of layouts. */
  public static final int COUNT = 10;

  /** Bytes before the first element of an array of references; set by the agent at start. */
  public static int arrayBaseBytes = 16;

  /** What object sizes are a multiple of; set by the agent at start. */
  public static int alignmentBytes = 8;

  /** Bytes of a reference in an array. */
  public static final int REFERENCE_BYTES = Unsafe.getUnsafe().arrayIndexScale(Object[].class);

  private MapscopeLayout() {}

  /** Bytes of an array of {@code length} references, with header and padding. */
  public static long arrayBytes(int length) {
    long mask = alignmentBytes - 1L;
    return (arrayBaseBytes + (long) REFERENCE_BYTES * length + mask) & ~mask;
  }

  /** The layout of {@code map}. */
  static int of(Object map) {
    if (map instanceof HashMap) {
      return map instanceof LinkedHashMap ? LINKED_HASH : HASH;
    }
    if (map instanceof ConcurrentHashMap) {
      return CONCURRENT_HASH;
    }
    if (map instanceof TreeMap) {
      return TREE;
    }
    return isSkipList(map) ? SKIP_LIST : ofRare(map);
  }

  /**
   * Whether {@code map} is a ConcurrentSkipListMap. Everything the recorder is told of asks so,
   * also in programs without one: by the interface first, so that they need not load the class,
   * which is big, nor weave it before {@code main}. Were it loaded by the question itself, its
   * weaving, which uses maps, would ask again (ClassCircularityError).
   */
  static boolean isSkipList(Object map) {
    return map instanceof ConcurrentNavigableMap && map instanceof ConcurrentSkipListMap;
  }

  private static int ofRare(Object map) {
    if (map instanceof WeakHashMap) {
      return WEAK;
    }
    if (map instanceof IdentityHashMap) {
      return IDENTITY;
    }
    if (map instanceof EnumMap) {
      return ENUM;
    }
    return map instanceof Hashtable ? HASHTABLE : OTHER;
  }
}
