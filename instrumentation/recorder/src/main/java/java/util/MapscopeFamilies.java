package java.util;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Which map classes are woven. A map of a class that is not must never get a probe: its own code
 * would take the probe for a view.
 *
 * <p>Set by the weaver once the class that owns the slot is woven, cleared before it is restored.
 */
public final class MapscopeFamilies {
  /** Kinds of maps by their iterators, a bit each; other kinds have none that tells its end. */
  public static final int CONCURRENT_HASH_MAP = 1;

  public static final int CONCURRENT_SKIP_LIST_MAP = 1 << 1;
  public static final int HASHTABLE = 1 << 2;
  public static final int HASH_MAP = 1 << 3;
  public static final int LINKED_HASH_MAP = 1 << 4;
  public static final int TREE_MAP = 1 << 5;

  public static boolean hashMap;
  public static boolean treeMap;
  public static boolean weakHashMap;
  public static boolean identityHashMap;
  public static boolean enumMap;
  public static boolean hashtable;
  public static boolean concurrentHashMap;
  public static boolean concurrentSkipListMap;

  /** Whether waits for {@code java.util.concurrent.locks} are seen; no kind of map. */
  public static boolean locks;

  /**
   * Kinds whose iterators tell when they have no more; set by the weaver once they are woven for
   * it, which is on demand, because each turn of each loop pays for it.
   */
  public static int endsSeen;

  /**
   * Kinds of which a traversal was met whose end is worth seeing; for the agent's own thread, which
   * has them woven. Plain: of two threads that meet one each at once, one may be met again only in
   * the next window.
   */
  public static int endsWanted;

  private MapscopeFamilies() {}

  /** Whether the end of a traversal of {@code map} will be seen; from now on that is wanted. */
  static boolean seesEndOf(Object map) {
    int kind = iteratorsOf(map);
    if ((endsSeen & kind) != 0) {
      return true;
    }
    endsWanted |= kind;
    return false;
  }

  private static int iteratorsOf(Object map) {
    if (map instanceof ConcurrentHashMap) {
      return CONCURRENT_HASH_MAP;
    }
    if (map instanceof HashMap) {
      return map instanceof LinkedHashMap ? LINKED_HASH_MAP : HASH_MAP;
    }
    if (map instanceof TreeMap) {
      return TREE_MAP;
    }
    if (MapscopeLayout.isSkipList(map)) {
      return CONCURRENT_SKIP_LIST_MAP;
    }
    return map instanceof Hashtable ? HASHTABLE : 0;
  }

  /** Whether {@code map} is an instance of a woven class, hence has a slot for a probe. */
  static boolean woven(Object map) {
    if (map instanceof HashMap) {
      return hashMap;
    }
    if (map instanceof ConcurrentHashMap) {
      return concurrentHashMap;
    }
    if (map instanceof TreeMap) {
      return treeMap;
    }
    if (MapscopeLayout.isSkipList(map)) {
      return concurrentSkipListMap;
    }
    return wovenRarely(map);
  }

  private static boolean wovenRarely(Object map) {
    if (map instanceof WeakHashMap) {
      return weakHashMap;
    }
    if (map instanceof IdentityHashMap) {
      return identityHashMap;
    }
    if (map instanceof EnumMap) {
      return enumMap;
    }
    return map instanceof Hashtable ? hashtable : map instanceof MapscopeTracked;
  }
}
