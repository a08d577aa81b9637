package java.util;

/**
 * The classes that cache a view in the field that holds the probe while an agent is there, and the
 * guard of that field for the time after.
 */
public final class MapscopeViews {
  private static final String[] CLASSES = {
    "java/util/AbstractMap",
    "java/util/EnumMap",
    "java/util/HashMap",
    "java/util/Hashtable",
    "java/util/IdentityHashMap",
    "java/util/LinkedHashMap",
    "java/util/WeakHashMap",
  };

  private static boolean guarded;

  private MapscopeViews() {}

  /** Whether the class {@code internalName} is one of them. */
  public static boolean areCachedBy(String internalName) {
    return Arrays.binarySearch(CLASSES, internalName) >= 0;
  }

  /** The one {@link MapscopeViewGuard} of this JVM, at the first call; then null. */
  public static synchronized Object guard() {
    if (guarded) {
      return null;
    }
    guarded = true;
    return new MapscopeViewGuard();
  }
}
