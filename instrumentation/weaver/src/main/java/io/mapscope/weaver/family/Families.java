package io.mapscope.weaver.family;

import io.mapscope.weaver.MapFamily;
import java.util.ArrayList;
import java.util.List;

/** The families of the JDK, in the order in which they are woven. */
public final class Families {
  private Families() {}

  /** The families that {@code selection} asks for, and the code they share. */
  public static List<MapFamily> of(MapSelection selection) {
    List<MapFamily> families = new ArrayList<>();
    if (selection.has(MapGroup.CONCURRENT)) {
      families.add(ConcurrentHashMapFamily.family());
      families.add(ConcurrentSkipListMapFamily.family());
    }
    if (selection.has(MapGroup.JDK)) {
      families.add(HashMapFamily.family());
      families.add(LinkedHashMapFamily.family());
      families.add(TreeMapFamily.family());
      families.add(HashtableFamily.family());
      families.add(WeakHashMapFamily.family());
      families.add(IdentityHashMapFamily.family());
      families.add(EnumMapFamily.family());
    }
    families.add(SharedCode.family());
    if (selection.has(MapGroup.LOCKS)) {
      families.add(LocksFamily.family());
    }
    return families;
  }

  public static List<MapFamily> all() {
    return of(MapSelection.all());
  }
}
