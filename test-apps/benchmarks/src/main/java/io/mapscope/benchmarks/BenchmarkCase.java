package io.mapscope.benchmarks;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One benchmark with its parameters.
 *
 * @param benchmark what is measured, as tables and results call it: {@code HashMap.get}
 * @param jmh the class that measures it
 * @param operation the method of that class
 * @param parameters what is told to that class
 * @param entries of each map
 * @param threads that use the maps
 * @param jmhThreads how many of these JMH starts; the class itself starts the others
 */
record BenchmarkCase(
    String benchmark,
    Class<?> jmh,
    String operation,
    Map<String, String> parameters,
    int entries,
    int threads,
    int jmhThreads,
    Set<Variant> variants) {

  /** Copies the collections. */
  BenchmarkCase {
    parameters = Map.copyOf(parameters);
    variants = Collections.unmodifiableSet(EnumSet.copyOf(variants)); // keeps the order
  }

  /** An operation of one map, or of one for each thread. */
  static BenchmarkCase ofFamily(
      Family family, String operation, int entries, int threads, Set<Variant> variants) {
    return new BenchmarkCase(
        family.shownName() + "." + operation,
        family.benchmark(),
        operation,
        Map.of("family", family.name(), "entries", Integer.toString(entries)),
        entries,
        threads,
        threads,
        variants);
  }

  /** A look-up by one thread in one of so many maps of one entry. */
  static BenchmarkCase ofManyMaps(int maps, Set<Variant> variants) {
    return new BenchmarkCase(
        String.format(Locale.ROOT, "ConcurrentHashMap.get, of maps: %,d", maps),
        ManyMapsBenchmark.class,
        "get",
        Map.of("maps", Integer.toString(maps)),
        1,
        1,
        1,
        variants);
  }

  /** Look-ups in one map by so many threads. */
  static BenchmarkCase ofCrowd(int threads, boolean virtual, Set<Variant> variants) {
    return new BenchmarkCase(
        "ConcurrentHashMap.get, by " + (virtual ? "virtual" : "platform") + " threads",
        CrowdBenchmark.class,
        "get",
        Map.of("crowd", Integer.toString(threads), "virtual", Boolean.toString(virtual)),
        CrowdBenchmark.ENTRIES,
        threads,
        1,
        variants);
  }

  /** Whether the JDK's method timing can time it; it can time no ConcurrentHashMap. */
  boolean canBeTimedByTheJdk() {
    return benchmark.equals("HashMap.get");
  }

  /** What {@code --only} is matched against: {@code HashMap.get/1000/2}. */
  String id() {
    return benchmark + "/" + entries + "/" + threads;
  }
}
