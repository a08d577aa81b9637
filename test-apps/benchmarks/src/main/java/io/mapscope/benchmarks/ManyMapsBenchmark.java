package io.mapscope.benchmarks;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One thread that asks maps of one entry, each time another of so many: the more there are, the
 * less of what the agent keeps for each is in the cache.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the method marked @Setup first
public class ManyMapsBenchmark extends OperationTime {
  private static final long SEED = 20_261_123;
  private static final Integer KEY = 1;

  /** As many whatever the maps are, so that walking along them costs the same. */
  private static final int TURNS = 1 << 20;

  /** How many there are. */
  @Param({"1", "1000000"})
  public int maps;

  private final int[] turns = new int[TURNS];
  private Map<Integer, Integer>[] all;
  private int next;

  /** Makes the maps, at one site, and draws whose turn it is when. */
  @Setup
  @SuppressWarnings({"unchecked", "rawtypes"})
  public void make(Blackhole blackhole) {
    Gate.set();
    blackhole.consume(Past.live(ConcurrentHashMap::new));
    all = new Map[maps];
    for (int i = 0; i < maps; i++) {
      all[i] = new ConcurrentHashMap<>();
      all[i].put(KEY, Keys.VALUE);
    }
    final SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < TURNS; i++) {
      turns[i] = random.nextInt(maps);
    }
    System.gc();
  }

  /** The figures count only if the gate has stayed where it was. */
  @TearDown
  public void check() {
    Gate.check();
  }

  /** A hit in the map whose turn it is. */
  @Benchmark
  public @Nullable Integer get() {
    return all[turns[next++ & (TURNS - 1)]].get(KEY);
  }
}
