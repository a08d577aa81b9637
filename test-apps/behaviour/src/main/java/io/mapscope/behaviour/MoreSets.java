package io.mapscope.behaviour;

import com.google.common.collect.testing.SetTestSuiteBuilder;
import com.google.common.collect.testing.TestStringSetGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.SetFeature;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import junit.framework.Test;
import junit.framework.TestSuite;

/** Suites for the sets over maps that guava-testlib leaves out. */
final class MoreSets {
  private static final List<Feature<?>> ANY_SET =
      List.of(
          SetFeature.GENERAL_PURPOSE,
          CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
          CollectionSize.ANY);

  /** Beside {@link #ANY_SET}: what HashSet and its kin promise. */
  private static final Feature<?>[] NULLS_AND_FAIL_FAST = {
    CollectionFeature.ALLOWS_NULL_VALUES, CollectionFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION
  };

  private MoreSets() {}

  static Test suite() {
    final TestSuite suite = new TestSuite("more sets");
    suite.addTest(sets("newKeySet", ConcurrentHashMap::newKeySet, CollectionFeature.SERIALIZABLE));
    suite.addTest(
        sets("keySet with value", () -> new ConcurrentHashMap<String, String>().keySet("")));
    suite.addTest(
        sets("concurrent set", () -> Collections.newSetFromMap(new ConcurrentHashMap<>())));
    suite.addTest(
        sets(
            "weak set", () -> Collections.newSetFromMap(new WeakHashMap<>()), NULLS_AND_FAIL_FAST));
    suite.addTest(
        sets(
            "identity set",
            () -> Collections.newSetFromMap(new IdentityHashMap<>()),
            NULLS_AND_FAIL_FAST));
    suite.addTest(
        sets(
            "synchronizedSet",
            () -> Collections.synchronizedSet(new HashSet<>()),
            NULLS_AND_FAIL_FAST));
    suite.addTest(sets("user HashSet", UserMaps.CountingHashSet::new, NULLS_AND_FAIL_FAST));
    return suite;
  }

  private static Test sets(String name, Supplier<Set<String>> empty, Feature<?>... features) {
    return SetTestSuiteBuilder.using(new StringSets(empty))
        .named(name)
        .withFeatures(ANY_SET)
        .withFeatures(features)
        .createTestSuite();
  }

  /** Makes the sets under test: an empty one, filled by {@code add}. */
  private static final class StringSets extends TestStringSetGenerator {
    private final Supplier<Set<String>> empty;

    StringSets(Supplier<Set<String>> empty) {
      this.empty = empty;
    }

    @Override
    protected Set<String> create(String[] elements) {
      final Set<String> set = empty.get();
      Collections.addAll(set, elements);
      return set;
    }
  }
}
