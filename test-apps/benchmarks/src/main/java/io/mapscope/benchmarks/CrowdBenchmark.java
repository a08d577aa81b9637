package io.mapscope.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One map asked by many more threads than there are processors, platform or virtual ones, which
 * share the same number of look-ups among them and wait for each other before the next round. By
 * the wall clock: as many are under way at a time as there are processors.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls the method marked @Setup first
public class CrowdBenchmark extends OperationTime {
  /** Of a round, so many that waking the threads is a small part of it. */
  private static final int OPERATIONS = 1 << 24;

  static final int ENTRIES = 1_000;

  /** How many threads there are. */
  @Param({"1", "1000"})
  public int crowd;

  /** Whether they are virtual, which is had from JDK 21 on. */
  @Param("false")
  public boolean virtual;

  private final LongAdder sums = new LongAdder();
  private final List<Thread> threads = new ArrayList<>();
  private Map<Integer, Integer> map;
  private Keys keys;
  private CyclicBarrier barrier;
  private volatile boolean over;

  /** Fills the map and starts the threads. */
  @Setup
  public void start(Blackhole blackhole) throws ReflectiveOperationException {
    Gate.set();
    map = Family.CONCURRENT_HASH_MAP.filled(ENTRIES, blackhole);
    keys = Keys.over(ENTRIES, 0);
    barrier = new CyclicBarrier(crowd + 1);
    for (int i = 0; i < crowd; i++) {
      final int offset = i;
      threads.add(started(() -> takePart(keys.from(offset))));
    }
    System.gc();
  }

  private Thread started(Runnable work) throws ReflectiveOperationException {
    if (virtual) {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    }
    final Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void takePart(Keys own) {
    meet();
    while (!over) {
      long sum = 0;
      for (int i = OPERATIONS / crowd; i > 0; i--) {
        sum += Objects.requireNonNull(map.get(own.next()));
      }
      sums.add(sum);
      meet();
      meet();
    }
  }

  private void meet() {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("the crowd has lost one of its threads", e);
    }
  }

  /** Ends the threads. The figures count only if the gate has stayed where it was. */
  @TearDown
  public void end() throws InterruptedException {
    over = true;
    meet();
    for (final Thread thread : threads) {
      thread.join();
    }
    Gate.check();
  }

  /** All hits of a round. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public long get() {
    meet();
    meet();
    return sums.sum();
  }
}
