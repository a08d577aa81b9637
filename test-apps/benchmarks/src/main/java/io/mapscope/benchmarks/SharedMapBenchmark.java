package io.mapscope.benchmarks;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/** One map shared by all threads; every key is present. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the methods marked @Setup first
public class SharedMapBenchmark extends OperationTime {
  /** The kind of map. */
  @Param("CONCURRENT_HASH_MAP")
  public Family family;

  /** Entries of the map: 1,000 stay in the cache, of 1,000,000 nearly every one misses it. */
  @Param({"1000", "1000000"})
  public int entries;

  private Map<Integer, Integer> map;

  /** The keys of one thread. */
  @State(Scope.Thread)
  public static class PerThread {
    private Keys keys;

    /** Gives each thread another sequence. */
    @Setup
    public void draw(SharedMapBenchmark benchmark, ThreadParams thread) {
      keys = Keys.over(benchmark.entries, thread.getThreadIndex());
    }
  }

  /** Fills the map and settles the heap, so that all variants measure the same layout. */
  @Setup
  public void fill(Blackhole blackhole) {
    Gate.set();
    map = family.filled(entries, blackhole);
    System.gc();
  }

  /** The figures count only if the gate has stayed where it was. */
  @TearDown
  public void check() {
    Gate.check();
  }

  /** A hit. */
  @Benchmark
  public @Nullable Integer get(PerThread thread) {
    return map.get(thread.keys.next());
  }

  /** The replacement of a value. */
  @Benchmark
  public @Nullable Integer put(PerThread thread) {
    return map.put(thread.keys.next(), Keys.VALUE);
  }

  /** A computation that finds its key. */
  @Benchmark
  public Integer computeIfAbsent(PerThread thread) {
    return map.computeIfAbsent(thread.keys.next(), Keys.NEVER_CALLED);
  }

  /** The replacement of a value by a function of it, as counters in a map are kept. */
  @Benchmark
  public @Nullable Integer merge(PerThread thread) {
    return map.merge(thread.keys.next(), Keys.VALUE, Keys.KEEP);
  }

  /** One traversal of all values. */
  @Benchmark
  public int iterate() {
    return Keys.sum(map);
  }
}
