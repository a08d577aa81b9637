package io.mapscope.weaver.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The closed list of names that option {@code maps} knows: what is woven together. */
public enum MapGroup {
  /** ConcurrentHashMap and ConcurrentSkipListMap. */
  CONCURRENT,
  /** The JDK's other maps. */
  JDK,
  /** The slow paths of the locks in {@code java.util.concurrent.locks}. */
  LOCKS,
  CAFFEINE,
  GUAVA,
  JCTOOLS,
  ECLIPSE,
  /** ConcurrentReferenceHashMap of Spring's core. */
  SPRING;

  /** The name in the option. */
  public String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, in order. */
  public static List<String> optionNames() {
    List<String> names = new ArrayList<>();
    for (MapGroup group : values()) {
      names.add(group.optionName());
    }
    return names;
  }
}
