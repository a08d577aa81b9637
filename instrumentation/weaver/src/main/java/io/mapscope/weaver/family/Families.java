package io.mapscope.weaver.family;

import io.mapscope.weaver.MapFamily;
import java.util.List;

/** All families of the JDK, in the order in which they are woven. */
public final class Families {
  private Families() {}

  public static List<MapFamily> all() {
    return List.of(
        ConcurrentHashMapFamily.family(),
        HashMapFamily.family(),
        LinkedHashMapFamily.family(),
        TreeMapFamily.family(),
        HashtableFamily.family(),
        ConcurrentSkipListMapFamily.family(),
        WeakHashMapFamily.family(),
        IdentityHashMapFamily.family(),
        EnumMapFamily.family(),
        SharedCode.family());
  }
}
