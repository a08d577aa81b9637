package io.mapscope.othermaps.programs;

import java.util.Random;
import org.eclipse.collections.impl.map.mutable.ConcurrentHashMap;

/** The concurrent map of Eclipse Collections, as a map and by its own methods. */
public final class EclipseMap {
  static final ConcurrentHashMap<Integer, String> AS_MAP = ConcurrentHashMap.newMap();
  static final ConcurrentHashMap<Integer, String> OWN = ConcurrentHashMap.newMap();

  private EclipseMap() {}

  public static void main(String[] args) throws Exception {
    Workload.run("AS_MAP", new MapUse(AS_MAP, false));
    Workload.run("OWN", EclipseMap::use);
  }

  private static void use(Random random, Oracle oracle) {
    Integer key = random.nextInt(Use.KEYS);
    switch (random.nextInt(5)) {
      case 0 -> getIfAbsentPut(key, oracle);
      case 1 -> oracle.did(OWN.removeKey(key) != null, "removeHit", "removeMiss");
      case 2 -> {
        OWN.updateValue(key, () -> "new", value -> "changed");
        oracle.did("compute");
      }
      case 3 -> {
        OWN.forEachKeyValue((k, v) -> MapUse.check(v != null));
        oracle.did("traversals");
      }
      default -> oracle.did(OWN.get(key) != null, "getHit", "getMiss");
    }
  }

  private static void getIfAbsentPut(Integer key, Oracle oracle) {
    boolean[] ran = new boolean[1];
    OWN.getIfAbsentPut(
        key,
        () -> {
          ran[0] = true;
          return "value";
        });
    oracle.did(ran[0], "computeIfAbsentAbsent", "computeIfAbsentPresent");
  }
}
