package io.mapscope.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One benchmark with its parameters.
 *
 * @param benchmark class and method, such as {@code HashMapBenchmark.get}
 */
record BenchmarkCase(String benchmark, int entries, int threads, Set<Variant> variants) {
  private static final int HOT = 1_000;
  private static final int CACHE_MISSING = 1_000_000;
  private static final Set<Variant> OURS =
      EnumSet.of(Variant.NONE, Variant.CLOSED, Variant.EXACT, Variant.BUDGET);
  private static final Set<Variant> WITH_PEERS = EnumSet.complementOf(EnumSet.of(Variant.BEFORE));

  /** Everything that is measured, in the order of the table. */
  static List<BenchmarkCase> all() {
    final List<BenchmarkCase> all = new ArrayList<>();
    addSizesAndThreads(all, "ConcurrentHashMapBenchmark.get", WITH_PEERS);
    addSizesAndThreads(all, "ConcurrentHashMapBenchmark.put", WITH_PEERS);
    all.add(new BenchmarkCase("ConcurrentHashMapBenchmark.computeIfAbsent", HOT, 1, OURS));
    all.add(new BenchmarkCase("ConcurrentHashMapBenchmark.computeIfAbsent", HOT, 2, OURS));
    all.add(new BenchmarkCase("ConcurrentHashMapBenchmark.iterate", HOT, 1, OURS));
    addSizesAndThreads(all, "HashMapBenchmark.get", OURS);
    addSizesAndThreads(all, "HashMapBenchmark.put", OURS);
    return all;
  }

  private static void addSizesAndThreads(
      List<BenchmarkCase> to, String benchmark, Set<Variant> variants) {
    for (final int threads : new int[] {1, 2}) {
      to.add(new BenchmarkCase(benchmark, HOT, threads, variants));
      to.add(new BenchmarkCase(benchmark, CACHE_MISSING, threads, variants));
    }
  }

  /** What {@code --only} is matched against: {@code HashMapBenchmark.get/1000/2}. */
  String id() {
    return benchmark + "/" + entries + "/" + threads;
  }
}
