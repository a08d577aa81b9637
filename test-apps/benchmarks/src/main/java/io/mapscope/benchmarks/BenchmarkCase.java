package io.mapscope.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One benchmark with its parameters.
 *
 * @param operation method of the family's benchmark
 */
record BenchmarkCase(
    Family family, String operation, int entries, int threads, Set<Variant> variants) {
  private static final int HOT = 1_000;
  private static final int CACHE_MISSING = 1_000_000;
  private static final Set<Variant> OURS =
      EnumSet.of(Variant.NONE, Variant.CLOSED, Variant.EXACT, Variant.BUDGET);

  /** What is had without being given, and on every JDK. */
  private static final Set<Variant> WITH_PEERS =
      EnumSet.complementOf(EnumSet.of(Variant.BEFORE, Variant.METHOD_TIMING, Variant.PROFILER));

  private static final String GET = "get";
  private static final String PUT = "put";
  private static final String COMPUTE = "computeIfAbsent";
  private static final String ITERATE = "iterate";

  /** Everything that is measured, in the order of the table. */
  static List<BenchmarkCase> all() {
    final List<BenchmarkCase> all = new ArrayList<>();
    addSizesAndThreads(all, Family.CONCURRENT_HASH_MAP, GET, WITH_PEERS);
    addSizesAndThreads(all, Family.CONCURRENT_HASH_MAP, PUT, WITH_PEERS);
    all.add(new BenchmarkCase(Family.CONCURRENT_HASH_MAP, COMPUTE, HOT, 1, OURS));
    all.add(new BenchmarkCase(Family.CONCURRENT_HASH_MAP, COMPUTE, HOT, 2, OURS));
    all.add(new BenchmarkCase(Family.CONCURRENT_HASH_MAP, ITERATE, HOT, 1, OURS));
    addSizesAndThreads(all, Family.HASH_MAP, GET, OURS);
    addSizesAndThreads(all, Family.HASH_MAP, PUT, OURS);
    all.add(new BenchmarkCase(Family.HASH_MAP, COMPUTE, HOT, 1, OURS));
    all.add(new BenchmarkCase(Family.HASH_MAP, ITERATE, HOT, 1, OURS));
    for (final Family family : Family.values()) {
      if (family != Family.CONCURRENT_HASH_MAP && family != Family.HASH_MAP) {
        for (final String operation : List.of(GET, PUT, COMPUTE, ITERATE)) {
          all.add(new BenchmarkCase(family, operation, HOT, 1, OURS));
        }
        all.add(new BenchmarkCase(family, GET, HOT, 2, OURS));
      }
    }
    return all;
  }

  private static void addSizesAndThreads(
      List<BenchmarkCase> to, Family family, String operation, Set<Variant> variants) {
    for (final int threads : new int[] {1, 2}) {
      to.add(new BenchmarkCase(family, operation, HOT, threads, variants));
      to.add(new BenchmarkCase(family, operation, CACHE_MISSING, threads, variants));
    }
  }

  /** Whether the JDK's method timing can time it; it can time no ConcurrentHashMap. */
  boolean canBeTimedByTheJdk() {
    return family == Family.HASH_MAP && operation.equals(GET);
  }

  /** What is measured: {@code HashMap.get}. */
  String benchmark() {
    return family.shownName() + "." + operation;
  }

  /** What {@code --only} is matched against: {@code HashMap.get/1000/2}. */
  String id() {
    return benchmark() + "/" + entries + "/" + threads;
  }
}
