package io.mapscope.weaver.family;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which maps are to be woven: groups, and single classes of the user's.
 *
 * @param classes names of classes that implement Map, with their packages
 */
public record MapSelection(Set<MapGroup> groups, List<String> classes) {
  /** The word for all groups. */
  public static final String ALL = "all";

  public MapSelection {
    groups = Set.copyOf(groups);
    classes = List.copyOf(classes);
  }

  /** Every group and no class of the user's. */
  public static MapSelection all() {
    return new MapSelection(EnumSet.allOf(MapGroup.class), List.of());
  }

  /** The selection that {@code names} stand for; what is no group is taken for a class. */
  public static MapSelection of(List<String> names) {
    Set<MapGroup> groups = EnumSet.noneOf(MapGroup.class);
    List<String> classes = new ArrayList<>();
    for (String name : names) {
      if (name.equals(ALL)) {
        groups.addAll(EnumSet.allOf(MapGroup.class));
      } else if (MapGroup.optionNames().contains(name)) {
        groups.add(MapGroup.values()[MapGroup.optionNames().indexOf(name)]);
      } else {
        classes.add(name);
      }
    }
    return new MapSelection(groups, classes);
  }

  public boolean has(MapGroup group) {
    return groups.contains(group);
  }
}
