package io.mapscope.othermaps.programs;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;

/** Random operations of all kinds on a map, each told to the oracle. */
final class MapUse implements Use {
  private static final int TRAVERSALS = 9;
  private static final int FILL = 60;

  private final Map<Integer, String> map;
  private final boolean replacesAll;

  MapUse(Map<Integer, String> map) {
    this(map, true);
  }

  /** {@code replacesAll}: whether the map supports it. */
  MapUse(Map<Integer, String> map, boolean replacesAll) {
    this.map = map;
    this.replacesAll = replacesAll;
  }

  @Override
  public void step(Random random, Oracle oracle) {
    Integer key = random.nextInt(KEYS);
    switch (random.nextInt(20)) {
      case 0, 1, 2 -> oracle.did(map.get(key) != null, "getHit", "getMiss");
      case 3 -> oracle.did(map.containsKey(key), "getHit", "getMiss");
      case 4 -> oracle.did(!"none".equals(map.getOrDefault(key, "none")), "getHit", "getMiss");
      case 5, 6 -> oracle.did(map.put(key, value(key)) != null, "putReplace", "putNew");
      case 7 -> oracle.did(map.putIfAbsent(key, value(key)) != null, "putReplace", "putNew");
      case 8, 9 -> oracle.did(map.remove(key) != null, "removeHit", "removeMiss");
      case 10 -> oracle.did(map.remove(key, value(key)), "removeHit", "removeMiss");
      case 11 -> computeIfAbsent(key, oracle);
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
        map.replace(key, value(key), value(key));
        oracle.did("replace");
        oracle.did("replace");
      }
      case 16 -> {
        use(map.size());
        oracle.did("size");
      }
      case 17 -> {
        use(map.isEmpty());
        oracle.did("size");
      }
      case 18 -> {
        map.putAll(Map.of(key, value(key), key + 1, value(key + 1)));
        oracle.did("putAll");
      }
      default -> traverse(random.nextInt(TRAVERSALS), oracle);
    }
  }

  private void computeIfAbsent(Integer key, Oracle oracle) {
    boolean[] ran = new boolean[1];
    map.computeIfAbsent(
        key,
        k -> {
          ran[0] = true;
          return value(k);
        });
    oracle.did(ran[0], "computeIfAbsentAbsent", "computeIfAbsentPresent");
  }

  private void traverse(int kind, Oracle oracle) {
    oracle.did("traversals");
    switch (kind) {
      case 0 -> map.forEach((k, v) -> check(v != null));
      case 1 -> {
        for (Map.Entry<Integer, String> entry : map.entrySet()) {
          check(entry.getKey() != null);
        }
      }
      case 2 -> {
        for (Integer key : map.keySet()) {
          check(key != null);
        }
      }
      case 3 -> map.values().forEach(value -> check(value != null));
      case 4 -> use(map.values().stream().filter(v -> v.length() > 3).count());
      case 5 -> use(new ArrayList<>(map.keySet()));
      case 6 -> use(map.values().toArray());
      case 7 -> check(map.toString().startsWith("{"));
      default -> check(!map.containsValue("nobody"));
    }
  }

  /** What only one thread can predict. */
  @Override
  public void alone(Oracle oracle) {
    map.clear();
    oracle.did("clear");
    for (int key = 0; key < FILL; key++) {
      oracle.did(map.put(key, value(key)) != null, "putReplace", "putNew");
    }
    check(map.hashCode() != 0);
    oracle.did("traversals");
    check(!map.equals(Map.of(1, "x")));
    oracle.did("traversals");
    removeByIterator(oracle);
    oracle.did(map.keySet().contains(7), "getHit", "getMiss");
    oracle.did(map.keySet().contains(-7), "getHit", "getMiss");
    if (map.keySet().getClass().getName().startsWith("java.util.AbstractMap")) {
      oracle.did("traversals"); // the JDK's skeleton looks for the key by walking
    }
    oracle.did(map.keySet().remove(7), "removeHit", "removeMiss");
    oracle.did(map.entrySet().contains(Map.entry(8, value(8))), "getHit", "getMiss");
    if (replacesAll) {
      map.replaceAll((k, v) -> v);
      oracle.did("replace");
    }
    recurse(oracle);
  }

  private void removeByIterator(Oracle oracle) {
    oracle.did("traversals");
    Iterator<Integer> it = map.keySet().iterator();
    it.next();
    it.remove();
    oracle.did("removeHit");
    oracle.did("traversals");
    Iterator<Map.Entry<Integer, String>> entries = map.entrySet().iterator();
    entries.next();
    entries.remove();
    oracle.did("removeHit");
  }

  /** A function that throws is no operation; the one after it counts again. */
  private void recurse(Oracle oracle) {
    try {
      map.computeIfAbsent(
          -1,
          k -> {
            throw new IllegalStateException("expected");
          });
      check(false);
    } catch (IllegalStateException expected) {
      check(expected.getStackTrace()[0].getMethodName().startsWith("lambda"));
      check(!expected.getStackTrace()[1].getClassName().contains("Mapscope"));
    }
    oracle.did(map.get(9) != null, "getHit", "getMiss");
  }

  private static String value(Integer key) {
    return "value " + key;
  }

  static void use(Object result) {
    check(result != null);
  }

  static void check(boolean condition) {
    if (!condition) {
      throw new IllegalStateException("the library does not work as it should");
    }
  }
}
