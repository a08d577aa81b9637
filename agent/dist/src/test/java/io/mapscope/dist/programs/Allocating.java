package io.mapscope.dist.programs;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thread lets a map of each class grow, shrink and grow again by all kinds of operations, and
 * fills thousands of small ones; prints what that has allocated according to the JVM: {@code FIELD
 * allocated BYTES}, and with {@code jol=true} what the maps hold according to JOL: {@code FIELD
 * retained BYTES}. Keys and values are made before.
 */
@SuppressWarnings({"NullAway", "IdentityHashMapBoxing"}) // fields are set by the measurements
public final class Allocating {
  static Map<Integer, String> concurrentHashMap;
  static Map<Integer, String> skipListMap;
  static Map<Integer, String> hashtable;
  static Map<Integer, String> hashMap;
  static Map<Integer, String> linkedHashMap;
  static Map<Integer, String> treeMap;
  static Map<Integer, String> weakHashMap;
  static Map<Integer, String> identityHashMap;
  static Map<TimeUnit, String> enumMap;
  static Map<Integer, String> copied;
  static Map<Integer, String> evicting;
  static Map<String, String> treeBins;
  static Map<String, String> concurrentTreeBins;
  static Set<Integer> smallSet;
  static Map<Integer, String> smallMap;
  static Map<Integer, String> smallConcurrent;

  private static final int SMALL = 2_000;
  private static final int KEYS = 30_000;
  private static final Integer[] KEY = new Integer[KEYS];
  private static final String[] SAME_HASH = new String[3_000];
  private static final TimeUnit[] UNITS = TimeUnit.values();

  /** Linked before the measurements, which linking would disturb. */
  private static final Function<Integer, String> ABSENT = key -> "";

  private static final BiFunction<Integer, String, String> COMPUTE = (key, value) -> "";
  private static final BiFunction<String, String, String> MERGE = (one, other) -> one;

  private static final Object[] SMALL_SETS = new Object[SMALL];
  private static final Object[] SMALL_MAPS = new Object[SMALL];
  private static final Object[] SMALL_CONCURRENT = new Object[SMALL];
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocating() {}

  /** Uses one map. */
  private interface Use {
    void run();
  }

  public static void main(String[] args) {
    for (int i = 0; i < KEYS; i++) {
      KEY[i] = i;
    }
    for (int i = 0; i < SAME_HASH.length; i++) {
      SAME_HASH[i] = sameHash(i);
    }
    Map<Integer, String> more = new HashMap<>();
    for (int i = 20_000; i < KEYS; i++) {
      more.put(KEY[i], "");
    }
    use(new EnumMap<>(TimeUnit.class)); // the JVM's own first steps are not the map's
    measure("nothing", () -> {});
    measure("concurrentHashMap", () -> use(concurrentHashMap = new ConcurrentHashMap<>(), more));
    measure("skipListMap", () -> use(skipListMap = new ConcurrentSkipListMap<>(), more));
    measure("hashtable", () -> use(hashtable = new Hashtable<>(), more));
    measure("hashMap", () -> use(hashMap = new HashMap<>(), more));
    measure("linkedHashMap", () -> use(linkedHashMap = new LinkedHashMap<>(), more));
    measure("treeMap", () -> use(treeMap = new TreeMap<>(), more));
    measure("weakHashMap", () -> use(weakHashMap = new WeakHashMap<>(), more));
    measure("identityHashMap", () -> use(identityHashMap = new IdentityHashMap<>(), more));
    measure("enumMap", () -> use(enumMap = new EnumMap<>(TimeUnit.class)));
    measure("copied", () -> copied = new HashMap<>(more));
    measure("evicting", () -> evict(evicting = new Latest()));
    measure("treeBins", () -> fill(treeBins = new HashMap<>()));
    measure("concurrentTreeBins", () -> fill(concurrentTreeBins = new ConcurrentHashMap<>()));
    measure("smallSet", Allocating::smallSets);
    measure("smallMap", Allocating::smallMaps);
    measure("smallConcurrent", Allocating::smallConcurrent);
    if (Boolean.getBoolean("jol")) {
      retained();
    }
  }

  /** Of 32 such strings all hash values are the same, so that bins become trees. */
  private static String sameHash(int number) {
    StringBuilder text = new StringBuilder().append((char) ('a' + number / 32));
    for (int bit = 0; bit < 5; bit++) {
      text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  /** The latest thousand entries. */
  static final class Latest extends LinkedHashMap<Integer, String> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
      return size() > 1_000;
    }
  }

  private static void measure(String field, Use use) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    use.run();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    System.out.println(field + " allocated " + bytes);
  }

  /** Grows to 30,000 entries, 5,000 of them put a second time after their removal. */
  private static void use(Map<Integer, String> map, Map<Integer, String> more) {
    for (int i = 0; i < 10_000; i++) {
      map.put(KEY[i], "");
    }
    for (int i = 0; i < 5_000; i++) {
      map.remove(KEY[i]);
    }
    for (int i = 0; i < 5_000; i++) {
      map.putIfAbsent(KEY[i], "");
    }
    for (int i = 5_000; i < 13_000; i++) {
      map.computeIfAbsent(KEY[i], ABSENT);
    }
    for (int i = 10_000; i < 16_000; i++) {
      map.merge(KEY[i], "", MERGE);
    }
    for (int i = 14_000; i < 20_000; i++) {
      map.compute(KEY[i], COMPUTE);
    }
    map.putAll(more);
  }

  private static void use(Map<TimeUnit, String> map) {
    for (TimeUnit unit : UNITS) {
      map.put(unit, "");
    }
  }

  private static void fill(Map<String, String> map) {
    for (String key : SAME_HASH) {
      map.put(key, "");
    }
  }

  private static void evict(Map<Integer, String> map) {
    for (Integer key : KEY) {
      map.put(key, "");
    }
    for (Integer key : KEY) {
      map.computeIfAbsent(key, ABSENT);
    }
  }

  private static void smallSets() {
    for (int i = 0; i < SMALL; i++) {
      smallSet = new HashSet<>();
      smallSet.add(KEY[i]);
      SMALL_SETS[i] = smallSet;
    }
  }

  private static void smallMaps() {
    for (int i = 0; i < SMALL; i++) {
      smallMap = new HashMap<>();
      smallMap.put(KEY[i], "");
      SMALL_MAPS[i] = smallMap;
    }
  }

  private static void smallConcurrent() {
    for (int i = 0; i < SMALL; i++) {
      smallConcurrent = new ConcurrentHashMap<>();
      smallConcurrent.put(KEY[i], "");
      SMALL_CONCURRENT[i] = smallConcurrent;
    }
  }

  private static void retained() {
    retained("concurrentHashMap", concurrentHashMap);
    retained("skipListMap", skipListMap);
    retained("hashtable", hashtable);
    retained("hashMap", hashMap);
    retained("linkedHashMap", linkedHashMap);
    retained("treeMap", treeMap);
    retained("weakHashMap", weakHashMap);
    retained("identityHashMap", identityHashMap);
    retained("copied", copied);
    retained("evicting", evicting);
    retained("treeBins", treeBins);
    retained("concurrentTreeBins", concurrentTreeBins);
    retained("smallSet", SMALL_SETS);
    retained("smallMap", SMALL_MAPS);
    retained("smallConcurrent", SMALL_CONCURRENT);
  }

  private static void retained(String field, Object... maps) {
    System.out.println(field + " retained " + JolTruth.bytesWithoutKeysAndValues(maps));
  }
}
