package io.mapscope.advisor;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sort of map a profile is about, told by its class and the class inside it. */
public enum MapKind {
  HASH("java.util.HashMap"),
  LINKED_HASH("java.util.LinkedHashMap"),
  TREE("java.util.TreeMap"),
  WEAK_HASH("java.util.WeakHashMap"),
  IDENTITY_HASH("java.util.IdentityHashMap"),
  ENUM("java.util.EnumMap"),
  HASHTABLE("java.util.Hashtable"),
  CONCURRENT_HASH("java.util.concurrent.ConcurrentHashMap"),
  SKIP_LIST("java.util.concurrent.ConcurrentSkipListMap"),
  /** A class of the application or of a library; nothing is known of what it promises. */
  OTHER("");

  /** {@code Collections.synchronizedMap} and its sisters all are classes of this name and more. */
  private static final String SYNCHRONIZED = "java.util.Collections$Synchronized";

  /** What sets of the JDK are made of. */
  private static final Map<String, MapKind> SETS =
      Map.of(
          "java.util.HashSet", HASH,
          "java.util.LinkedHashSet", LINKED_HASH,
          "java.util.TreeSet", TREE,
          "java.util.concurrent.ConcurrentHashMap$KeySetView", CONCURRENT_HASH,
          "java.util.concurrent.ConcurrentSkipListSet", SKIP_LIST);

  private static final String PROPERTIES = "java.util.Properties";

  private final String className;

  MapKind(String className) {
    this.className = className;
  }

  /**
   * The kind of the map itself, or of the map inside where it is a wrapper or a set; of a class of
   * the application the one that it extends.
   */
  public static MapKind of(MapProfile map) {
    @Nullable Nature nature = map.facts().nature();
    if (nature != null && nature.base() != null) {
      return named(nature.base());
    }
    MapKind kind = named(map.wraps() == null ? map.mapClass() : map.wraps());
    return kind == OTHER ? SETS.getOrDefault(map.mapClass(), OTHER) : kind;
  }

  private static MapKind named(String className) {
    for (MapKind kind : values()) {
      if (kind.className.equals(className)) {
        return kind;
      }
    }
    return OTHER;
  }

  /** The kind of what keeps the entries, also in subclasses, where that was recorded. */
  public static MapKind ofBase(MapProfile map) {
    @Nullable Nature nature = map.facts().nature();
    @Nullable String base = nature == null ? null : nature.base();
    for (MapKind kind : values()) {
      if (kind.className.equals(base)) {
        return kind;
      }
    }
    return of(map);
  }

  /** Whether the map is one of {@code Collections.synchronizedMap} and its sisters. */
  public static boolean isSynchronizedWrapper(MapProfile map) {
    return map.mapClass().startsWith(SYNCHRONIZED);
  }

  /**
   * Whether all operations of the map take its own monitor: a synchronized wrapper or a Hashtable.
   * Properties are not meant: they read without it (JDK 9, JDK-8029891).
   */
  public static boolean takesItsOwnMonitor(MapProfile map) {
    return isSynchronizedWrapper(map)
        || (of(map) == HASHTABLE && !map.mapClass().equals(PROPERTIES));
  }

  /** Whether the program knows the map as a set. */
  public static boolean isSet(MapProfile map) {
    return map.mapClass().endsWith("Set")
        || map.mapClass().endsWith("SetView")
        || map.mapClass().equals("java.util.Collections$SetFromMap");
  }

  /** Whether several threads may use the map without a lock of their own. */
  public boolean isConcurrent() {
    return this == CONCURRENT_HASH || this == SKIP_LIST;
  }

  /** Whether the map allows one thread at a time only, once it is written to. */
  public boolean isUnsynchronised() {
    return switch (this) {
      case HASH, LINKED_HASH, TREE, WEAK_HASH, IDENTITY_HASH, ENUM -> true;
      case HASHTABLE, CONCURRENT_HASH, SKIP_LIST, OTHER -> false;
    };
  }
}
