package java.util;

/**
 * Which keys the recorder may touch: those of a few final classes of the JDK, whose {@code equals},
 * {@code hashCode} and {@code toString} run no code of the application.
 */
final class MapscopeKeys {
  private MapscopeKeys() {}

  static boolean isSimple(Object key) {
    return key instanceof String
        || key instanceof Number && isBoxed(key)
        || key instanceof Character
        || key instanceof Boolean
        || key instanceof UUID
        || key instanceof Enum;
  }

  private static boolean isBoxed(Object key) {
    return key instanceof Integer
        || key instanceof Long
        || key instanceof Short
        || key instanceof Byte
        || key instanceof Double
        || key instanceof Float;
  }

  /** Whether {@code a} is {@code b}; false when that cannot be told without the application. */
  static boolean same(Object a, Object b) {
    return a == b || (isSimple(a) && a.equals(b));
  }
}
