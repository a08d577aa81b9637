package io.mapscope.benchmarks;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A kind of map that is measured. Those with weak, identity or enum keys are not: the benchmark's
 * keys are equal to the map's, not the same.
 */
public enum Family {
  /** The plain kinds, of which each thread has its own. */
  HASH_MAP("HashMap", HashMap::new),
  LINKED_HASH_MAP("LinkedHashMap", LinkedHashMap::new),
  TREE_MAP("TreeMap", TreeMap::new),

  /** Those that threads share. */
  CONCURRENT_HASH_MAP("ConcurrentHashMap", ConcurrentHashMap::new),
  CONCURRENT_SKIP_LIST_MAP("ConcurrentSkipListMap", ConcurrentSkipListMap::new),
  HASHTABLE("Hashtable", Hashtable::new),
  SYNCHRONIZED_MAP("synchronizedMap", () -> Collections.synchronizedMap(new HashMap<>())),
  CAFFEINE("Caffeine", Family::boundedCache);

  /** More than any benchmark has entries: what throws entries out is not measured. */
  private static final int MOST_ENTRIES = 2_000_000;

  private final String shownName;
  private final Supplier<Map<Integer, Integer>> maker;

  Family(String shownName, Supplier<Map<Integer, Integer>> maker) {
    this.shownName = shownName;
    this.maker = maker;
  }

  /** As it is called in tables and results. */
  String shownName() {
    return shownName;
  }

  /** The class that measures it. */
  Class<?> benchmark() {
    return compareTo(CONCURRENT_HASH_MAP) < 0 ? OwnMapBenchmark.class : SharedMapBenchmark.class;
  }

  /** A map that is filled, in the variant of this JVM, after all that its class lives through. */
  Map<Integer, Integer> filled(int entries, Blackhole blackhole) {
    blackhole.consume(Past.live(maker));
    final Map<Integer, Integer> map = maker.get();
    Keys.fill(map, entries);
    return Variant.ofThisJvm().around(map);
  }

  private static Map<Integer, Integer> boundedCache() {
    return Caffeine.newBuilder().maximumSize(MOST_ENTRIES).<Integer, Integer>build().asMap();
  }
}
