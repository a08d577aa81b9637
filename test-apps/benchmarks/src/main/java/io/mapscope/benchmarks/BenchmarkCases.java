package io.mapscope.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that {@link Overhead} measures. */
final class BenchmarkCases {
  private static final int HOT = 1_000;
  private static final int CACHE_MISSING = 1_000_000;
  private static final int[] MAPS = {1, 100, 10_000, 100_000, 1_000_000};
  private static final int[] CROWDS = {1, 10, 100, 1_000};
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final Set<Variant> OURS =
      EnumSet.of(Variant.NONE, Variant.CLOSED, Variant.EXACT, Variant.BUDGET);

  /** What is had without being given, and on every JDK. */
  private static final Set<Variant> WITH_PEERS =
      EnumSet.complementOf(EnumSet.of(Variant.BEFORE, Variant.METHOD_TIMING, Variant.PROFILER));

  private static final String GET = "get";
  private static final String PUT = "put";
  private static final List<String> OPERATIONS = List.of(GET, PUT, "computeIfAbsent", "iterate");

  private BenchmarkCases() {}

  /**
   * In the order of the table.
   *
   * @param javaFeature of the JDK that runs them
   */
  static List<BenchmarkCase> all(int javaFeature) {
    final List<BenchmarkCase> all = new ArrayList<>();
    addFamily(all, Family.CONCURRENT_HASH_MAP, WITH_PEERS);
    addFamily(all, Family.HASH_MAP, OURS);
    for (final Family family : Family.values()) {
      if (family != Family.CONCURRENT_HASH_MAP && family != Family.HASH_MAP) {
        OPERATIONS.forEach(operation -> addThreads(all, family, operation, HOT, OURS));
      }
    }
    for (final int maps : MAPS) {
      all.add(BenchmarkCase.ofManyMaps(maps, OURS));
    }
    addCrowds(all, false);
    if (javaFeature >= FIRST_WITH_VIRTUAL_THREADS) {
      addCrowds(all, true);
    }
    return all;
  }

  /** The peers do what people do by hand, which they do to single look-ups and writes. */
  private static void addFamily(List<BenchmarkCase> to, Family family, Set<Variant> variants) {
    for (final String operation : OPERATIONS) {
      if (operation.equals(GET) || operation.equals(PUT)) {
        addThreads(to, family, operation, HOT, variants);
        addThreads(to, family, operation, CACHE_MISSING, variants);
      } else {
        addThreads(to, family, operation, HOT, OURS);
      }
    }
  }

  private static void addThreads(
      List<BenchmarkCase> to, Family family, String operation, int entries, Set<Variant> variants) {
    to.add(BenchmarkCase.ofFamily(family, operation, entries, 1, variants));
    to.add(BenchmarkCase.ofFamily(family, operation, entries, 2, variants));
  }

  private static void addCrowds(List<BenchmarkCase> to, boolean virtual) {
    for (final int threads : CROWDS) {
      to.add(BenchmarkCase.ofCrowd(threads, virtual, OURS));
    }
  }
}
