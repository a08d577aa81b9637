package io.mapscope.dist.programs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;

/** Makes maps and sets in all the ways users make them, and uses each once. */
public final class Sites {
  final Set<String> hashSet = new HashSet<>();
  final Set<String> linkedHashSet = new LinkedHashSet<>();
  final Set<String> treeSet = new TreeSet<>();
  final Set<String> skipListSet = new ConcurrentSkipListSet<>();
  final Set<String> keySet = ConcurrentHashMap.newKeySet();
  final Set<String> fromMap = Collections.newSetFromMap(new IdentityHashMap<>());
  final Set<String> ownSet = new OwnSet();
  final Properties properties = new Properties();
  final Map<TimeUnit, String> enumMap = new EnumMap<>(TimeUnit.class);
  final Map<String, String> synchronizedMap = Collections.synchronizedMap(new LinkedHashMap<>());
  final Map<String, String> ownMap = new OwnMap("cache");
  final Map<String, String> made = Maker.make();
  static Map<String, String> cloned = Map.of();
  static Object read = Map.of();

  /** A user's set. */
  static final class OwnSet extends HashSet<String> {
    private static final long serialVersionUID = 1L;
  }

  /** A user's map: its site is where it is made, not its own constructor. */
  static final class OwnMap extends ConcurrentHashMap<String, String> {
    private static final long serialVersionUID = 1L;
    final String name;

    OwnMap(String name) {
      super(64);
      this.name = name;
    }
  }

  /** A user's own factory: the site is inside it. */
  static final class Maker {
    static Map<String, String> make() {
      return new HashMap<>();
    }
  }

  public static void main(String[] args) throws Exception {
    Sites sites = new Sites();
    for (Set<String> set :
        java.util.List.of(
            sites.hashSet,
            sites.linkedHashSet,
            sites.treeSet,
            sites.skipListSet,
            sites.keySet,
            sites.fromMap,
            sites.ownSet)) {
      set.add("one");
      if (!set.contains("one") || set.contains("two")) {
        throw new IllegalStateException(set.getClass().getName());
      }
    }
    sites.properties.setProperty("a", "b");
    sites.enumMap.put(TimeUnit.DAYS, "d");
    for (Map<String, String> map :
        java.util.List.of(sites.synchronizedMap, sites.ownMap, sites.made)) {
      map.put("a", "b");
    }
    HashMap<String, String> original = new HashMap<>(sites.made);
    cloned = copy(original);
    cloned.get("a");
    read = roundTrip(original);
    System.out.println(cloned + " " + read);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> copy(HashMap<String, String> original) {
    return (Map<String, String>) original.clone();
  }

  private static Object roundTrip(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
