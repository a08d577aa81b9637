package java.util;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Which map classes are woven. A map of a class that is not must never get a probe: its own code
 * would take the probe for a view.
 *
 * <p>Set by the weaver once the class that owns the slot is woven, cleared before it is restored.
 */
public final class MapscopeFamilies {
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

  private MapscopeFamilies() {}

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
