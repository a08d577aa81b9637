package io.mapscope.dist.programs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Does random operations of all kinds on a map and tells the oracle of each. */
final class MapUser {
  private final Map<Integer, String> map;
  private final Oracle oracle;

  MapUser(Map<Integer, String> map, Oracle oracle) {
    this.map = map;
    this.oracle = oracle;
  }

  /** One operation that is exact under concurrency too. */
  void step(int kind, Integer key) {
    switch (kind % 22) {
      case 0, 1, 2 -> oracle.did(map.get(key) != null, "getHit", "getMiss");
      case 3 -> oracle.did(map.containsKey(key), "getHit", "getMiss");
      case 4 -> oracle.did(map.getOrDefault(key, "none") != "none", "getHit", "getMiss");
      case 5, 6 -> oracle.did(map.put(key, value(key)) != null, "putReplace", "putNew");
      case 7 -> oracle.did(map.putIfAbsent(key, value(key)) != null, "putReplace", "putNew");
      case 8, 9 -> oracle.did(map.remove(key) != null, "removeHit", "removeMiss");
      case 10 -> oracle.did(map.remove(key, value(key)), "removeHit", "removeMiss");
      case 11 -> computeIfAbsent(key);
      case 12 -> {
        map.computeIfPresent(key, (k, v) -> v);
        oracle.did("compute");
      }
      case 13 -> {
        map.compute(key, (k, v) -> value(k));
        oracle.did("compute");
      }
      case 14 -> {
        map.merge(key, value(key), (a, b) -> b);
        oracle.did("merge");
      }
      case 15 -> {
        map.replace(key, value(key));
        oracle.did("replace");
      }
      case 16 -> {
        map.replace(key, value(key), value(key));
        oracle.did("replace");
      }
      case 17 -> did(map.size(), "size");
      case 18 -> {
        oracle.did("size");
        if (map.isEmpty()) {
          oracle.did("clear");
          map.clear();
        }
      }
      case 19 -> {
        map.putAll(Map.of(key, value(key), key + 1, value(key + 1)));
        oracle.did("putAll");
      }
      case 20 -> oracle.did(map.keySet().contains(key), "getHit", "getMiss");
      default -> traverse(kind);
    }
  }

  private void computeIfAbsent(Integer key) {
    boolean[] ran = new boolean[1];
    map.computeIfAbsent(
        key,
        k -> {
          ran[0] = true;
          return value(k);
        });
    oracle.did(ran[0], "computeIfAbsentAbsent", "computeIfAbsentPresent");
  }

  private void traverse(int kind) {
    oracle.did("traversals");
    switch (kind / 22 % 10) {
      case 0 -> map.forEach((k, v) -> use(v));
      case 1 -> {
        for (Map.Entry<Integer, String> entry : map.entrySet()) {
          use(entry.getValue());
        }
      }
      case 2 -> {
        for (Integer key : map.keySet()) {
          use(key);
        }
      }
      case 3 -> map.values().forEach(MapUser::use);
      case 4 -> use(map.values().stream().filter(v -> v.length() > 3).count());
      case 5 -> use(new ArrayList<>(map.keySet()));
      case 6 -> use(new ArrayList<>(map.entrySet()));
      case 7 -> use(map.values().toArray());
      case 8 -> use(map.toString());
      default -> use(map.containsValue("nobody"));
    }
  }

  /** What only one thread at a time can predict. */
  void alone() {
    use(map.hashCode());
    oracle.did("traversals");
    use(map.equals(Map.of(1, "x")));
    oracle.did("traversals");
    fill();
    map.keySet().removeIf(key -> key % 2 == 0); // one pass, and a removal per element
    oracle.did("traversals");
    removed(50);
    removeByIterator();
    oracle.did(map.keySet().remove(1), "removeHit", "removeMiss");
    oracle.did(map.entrySet().contains(Map.entry(3, value(3))), "getHit", "getMiss");
    map.replaceAll((k, v) -> v);
    oracle.did("replace");
    map.clear();
    oracle.did("clear");
    if (map instanceof NavigableMap<Integer, String> sorted) {
      navigate(sorted);
    }
  }

  private void fill() {
    map.clear();
    oracle.did("clear");
    for (int key = 0; key < 100; key++) {
      oracle.did(map.put(key, value(key)) != null, "putReplace", "putNew");
    }
  }

  private void removed(int times) {
    for (int i = 0; i < times; i++) {
      oracle.did("removeHit");
    }
  }

  private void removeByIterator() {
    oracle.did("traversals");
    Iterator<Integer> it = map.keySet().iterator();
    for (int i = 0; i < 5; i++) {
      it.next();
    }
    it.remove();
    oracle.did("removeHit");
    oracle.did(map.put(1, value(1)) != null, "putReplace", "putNew");
  }

  private void navigate(NavigableMap<Integer, String> sorted) {
    fill();
    List<Object> results =
        List.of(
            sorted.firstKey(),
            sorted.lastEntry(),
            sorted.floorKey(50),
            sorted.ceilingEntry(50),
            sorted.higherKey(50),
            sorted.lowerEntry(50),
            sorted.pollFirstEntry(),
            sorted.pollLastEntry());
    for (Object result : results) {
      use(result);
      oracle.did("ordered");
    }
    NavigableMap<Integer, String> head = sorted.headMap(50, false);
    oracle.did("ordered");
    did(head.size(), "size");
    oracle.did(head.get(10) != null, "getHit", "getMiss");
    oracle.did(head.get(90) != null, "getHit", "getMiss");
    oracle.did(head.put(10, "again") != null, "putReplace", "putNew");
    use(head.firstKey());
    oracle.did("ordered");
    for (Integer key : sorted.descendingKeySet()) {
      use(key);
    }
    oracle.did("ordered");
    oracle.did("traversals");
  }

  private void did(int result, String operation) {
    use(result);
    oracle.did(operation);
  }

  private static String value(Integer key) {
    return "value " + key;
  }

  private static void use(Object result) {
    if (result == null) {
      throw new IllegalStateException("nothing");
    }
  }
}
