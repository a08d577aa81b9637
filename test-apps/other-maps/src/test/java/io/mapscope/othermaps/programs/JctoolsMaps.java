package io.mapscope.othermaps.programs;

import java.util.Map;
import java.util.Random;
import org.jctools.maps.NonBlockingHashMap;
import org.jctools.maps.NonBlockingHashMapLong;
import org.jctools.maps.NonBlockingIdentityHashMap;

/** The maps of JCTools. */
public final class JctoolsMaps {
  static final Map<Integer, String> HASH_MAP = new NonBlockingHashMap<>();
  static final NonBlockingHashMapLong<String> LONG_MAP = new NonBlockingHashMapLong<>();
  static final Map<Integer, String> IDENTITY_MAP = new NonBlockingIdentityHashMap<>();
  static final NonBlockingHashMap<Integer, String> ORIGINAL = new NonBlockingHashMap<>();
  static Object copy = "none";

  private JctoolsMaps() {}

  public static void main(String[] args) throws Exception {
    Workload.run("HASH_MAP", new MapUse(HASH_MAP));
    Workload.run("LONG_MAP", JctoolsMaps::useLongs);
    Workload.run("IDENTITY_MAP", JctoolsMaps::useIdentities);
    cloneOne();
  }

  private static void useLongs(Random random, Oracle oracle) {
    long key = random.nextInt(Use.KEYS);
    switch (random.nextInt(6)) {
      case 0 -> oracle.did(LONG_MAP.get(key) != null, "getHit", "getMiss");
      case 1 -> oracle.did(LONG_MAP.containsKey(key), "getHit", "getMiss");
      case 2 -> oracle.did(LONG_MAP.put(key, "value") != null, "putReplace", "putNew");
      case 3 -> oracle.did(LONG_MAP.remove(key) != null, "removeHit", "removeMiss");
      case 4 -> oracle.did(LONG_MAP.get(Long.valueOf(key)) != null, "getHit", "getMiss");
      default -> {
        MapUse.use(LONG_MAP.keySetLong());
        oracle.did("traversals");
      }
    }
  }

  private static void useIdentities(Random random, Oracle oracle) {
    Integer key = Integer.valueOf(random.nextInt(100)); // cached, hence the same object
    switch (random.nextInt(3)) {
      case 0 -> oracle.did(IDENTITY_MAP.get(key) != null, "getHit", "getMiss");
      case 1 -> oracle.did(IDENTITY_MAP.put(key, "value") != null, "putReplace", "putNew");
      default -> oracle.did(IDENTITY_MAP.remove(key) != null, "removeHit", "removeMiss");
    }
  }

  /** What is done to a copy is not done to the original. */
  @SuppressWarnings("unchecked")
  private static void cloneOne() {
    ORIGINAL.put(1, "one");
    System.out.println("ORIGINAL putNew 1");
    copy = ORIGINAL.clone();
    System.out.println("ORIGINAL traversals 1");
    Map<Integer, String> map = (Map<Integer, String>) copy;
    MapUse.check("one".equals(map.get(1)));
    MapUse.check(map.put(2, "two") == null);
  }
}
