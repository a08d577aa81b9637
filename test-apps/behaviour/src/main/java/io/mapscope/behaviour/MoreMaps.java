package io.mapscope.behaviour;

import com.google.common.collect.testing.ConcurrentMapTestSuiteBuilder;
import com.google.common.collect.testing.ConcurrentNavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import com.google.common.collect.testing.testers.MapEntrySetTester;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import junit.framework.Test;
import junit.framework.TestSuite;

/** Suites for the map classes, and the ways to come by a map, that guava-testlib leaves out. */
final class MoreMaps {
  private static final List<Feature<?>> ANY_MAP =
      List.of(
          MapFeature.GENERAL_PURPOSE,
          CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
          CollectionSize.ANY);

  /** Beside {@link #ANY_MAP}: what HashMap and its kin promise. */
  private static final Feature<?>[] NULLS_AND_FAIL_FAST = {
    MapFeature.ALLOWS_NULL_KEYS,
    MapFeature.ALLOWS_NULL_VALUES,
    MapFeature.ALLOWS_ANY_NULL_QUERIES,
    MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION
  };

  /** Beside {@link #ANY_MAP}: what the natural order of a TreeMap promises. */
  private static final Feature<?>[] SORTED_AND_FAIL_FAST = {
    MapFeature.ALLOWS_NULL_VALUES,
    MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
    CollectionFeature.KNOWN_ORDER,
    CollectionFeature.SERIALIZABLE
  };

  private MoreMaps() {}

  static Test suite() {
    final TestSuite suite = new TestSuite("more maps");
    addOtherClasses(suite);
    addWrappers(suite);
    addCopies(suite);
    addConcurrent(suite);
    addUserClasses(suite);
    return suite;
  }

  private static void addOtherClasses(TestSuite suite) {
    suite.addTest(
        maps("access order", () -> new LinkedHashMap<>(16, 0.75f, true), NULLS_AND_FAIL_FAST));
    suite.addTest(maps("WeakHashMap", WeakHashMap::new, NULLS_AND_FAIL_FAST));
    suite.addTest(maps("IdentityHashMap", IdentityHashMap::new, NULLS_AND_FAIL_FAST));
    suite.addTest(maps("Properties", MoreMaps::properties, CollectionFeature.SERIALIZABLE));
  }

  private static void addWrappers(TestSuite suite) {
    suite.addTest(maps("synchronizedMap", HashMap::new, Collections::synchronizedMap));
    suite.addTest(
        maps(
            "synchronized, checked",
            HashMap::new,
            map -> Collections.synchronizedMap(checkedMap(map))));
    suite.addTest(maps("checked, linked", LinkedHashMap::new, MoreMaps::checkedMap));
  }

  private static void addCopies(TestSuite suite) {
    suite.addTest(maps("HashMap clone", HashMap::new, MoreMaps::cloned));
    suite.addTest(maps("HashMap copy", HashMap::new, HashMap::new));
    suite.addTest(maps("LinkedHashMap copy", LinkedHashMap::new, LinkedHashMap::new));
    suite.addTest(maps("HashMap, views made", HashMap::new, MoreMaps::withViewsMade));
  }

  private static void addConcurrent(TestSuite suite) {
    suite.addTest(concurrent("ConcurrentHashMap", new StringMaps(ConcurrentHashMap::new, m -> m)));
    suite.addTest(
        concurrent("CHM copy", new StringMaps(ConcurrentHashMap::new, ConcurrentHashMap::new)));
    suite.addTest(
        concurrent("user CHM", new StringMaps(UserMaps.DelegatingConcurrentMap::new, m -> m)));
    suite.addTest(
        ConcurrentNavigableMapTestSuiteBuilder.using(
                new SortedStringMaps(ConcurrentSkipListMap::new))
            .named("ConcurrentSkipListMap")
            .withFeatures(ANY_MAP)
            .withFeatures(CollectionFeature.KNOWN_ORDER, CollectionFeature.SERIALIZABLE)
            // The entries of a skip list are snapshots.
            .suppressing(
                MapEntrySetTester.getSetValueMethod(),
                MapEntrySetTester.getSetValueWithNullValuesAbsentMethod(),
                MapEntrySetTester.getSetValueWithNullValuesPresentMethod())
            .createTestSuite());
  }

  private static void addUserClasses(TestSuite suite) {
    suite.addTest(maps("user HashMap", UserMaps.CountingHashMap::new, NULLS_AND_FAIL_FAST));
    suite.addTest(maps("user LinkedHashMap", UserMaps.RecentMap::new, NULLS_AND_FAIL_FAST));
    suite.addTest(maps("user AbstractMap", UserMaps.ViewMap::new, NULLS_AND_FAIL_FAST));
    suite.addTest(navigable("user TreeMap", UserMaps.CheckingTreeMap::new));
  }

  private static Test maps(
      String name, Supplier<? extends Map<String, String>> empty, Feature<?>... features) {
    return MapTestSuiteBuilder.using(new StringMaps(empty, map -> map))
        .named(name)
        .withFeatures(ANY_MAP)
        .withFeatures(features)
        .createTestSuite();
  }

  /** A suite for what {@code finish} makes of a map; it must promise what a HashMap does. */
  private static Test maps(
      String name,
      Supplier<? extends Map<String, String>> empty,
      UnaryOperator<Map<String, String>> finish) {
    return MapTestSuiteBuilder.using(new StringMaps(empty, finish))
        .named(name)
        .withFeatures(ANY_MAP)
        .withFeatures(NULLS_AND_FAIL_FAST)
        .withFeatures(CollectionFeature.SERIALIZABLE)
        .createTestSuite();
  }

  private static Test concurrent(String name, StringMaps source) {
    return ConcurrentMapTestSuiteBuilder.using(source)
        .named(name)
        .withFeatures(ANY_MAP)
        .withFeatures(CollectionFeature.SERIALIZABLE)
        .createTestSuite();
  }

  private static Test navigable(String name, Supplier<SortedMap<String, String>> empty) {
    return NavigableMapTestSuiteBuilder.using(new SortedStringMaps(empty))
        .named(name)
        .withFeatures(ANY_MAP)
        .withFeatures(SORTED_AND_FAIL_FAST)
        .createTestSuite();
  }

  private static Map<String, String> checkedMap(Map<String, String> map) {
    return Collections.checkedMap(map, String.class, String.class);
  }

  /** Has the map make and keep its views before the suite asks for them. */
  private static Map<String, String> withViewsMade(Map<String, String> map) {
    final int viewed = map.keySet().size() + map.values().size() + map.entrySet().size();
    if (viewed != 3 * map.size()) {
      throw new IllegalStateException("views of " + map + " have " + viewed + " elements");
    }
    return map;
  }

  /** Properties are declared as a map of objects; the suites put only strings into them. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, String> properties() {
    return (Hashtable) new Properties();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> cloned(Map<String, String> map) {
    return (Map<String, String>) ((HashMap<?, ?>) withViewsMade(map)).clone();
  }
}
