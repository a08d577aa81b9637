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

/** A map of each thread's own; every key is present. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the method marked @Setup first
public class OwnMapBenchmark extends OperationTime {
  /** The kind of map. */
  @Param("HASH_MAP")
  public Family family;

  /** Entries of the map: 1,000 stay in the cache, of 1,000,000 nearly every one misses it. */
  @Param({"1000", "1000000"})
  public int entries;

  private Map<Integer, Integer> map;
  private Keys keys;

  /** Fills the map and settles the heap, so that all variants measure the same layout. */
  @Setup
  public void fill(ThreadParams thread, Blackhole blackhole) {
    Gate.set();
    map = family.filled(entries, blackhole);
    keys = Keys.over(entries, thread.getThreadIndex());
    System.gc();
  }

  /** The figures count only if the gate has stayed where it was. */
  @TearDown
  public void check() {
    Gate.check();
  }

  /** A hit. */
  @Benchmark
  public @Nullable Integer get() {
    return map.get(keys.next());
  }

  /** The replacement of a value. */
  @Benchmark
  public @Nullable Integer put() {
    return map.put(keys.next(), Keys.VALUE);
  }

  /** A computation that finds its key. */
  @Benchmark
  public Integer computeIfAbsent() {
    return map.computeIfAbsent(keys.next(), Keys.NEVER_CALLED);
  }

  /** One traversal of all values. */
  @Benchmark
  public int iterate() {
    return Keys.sum(map);
  }
}
