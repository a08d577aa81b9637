package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sixty-four threads, half of them virtual where there are any, put maps into two maps and read
 * them. Each {@code putAll} is an operation built from others, so the recorder's slow path is busy;
 * in one of the maps it has to wait for computations that sleep, where a virtual thread may come
 * back on another carrier.
 */
public final class ManyThreads {
  static final Map<Integer, Integer> SHARED = new ConcurrentSkipListMap<>();
  static final Map<Integer, Integer> WAITED_FOR = new ConcurrentHashMap<>();
  private static final AtomicInteger FRESH = new AtomicInteger(1_000);
  private static final int THREADS = 64;
  private static final int ROUNDS = 500;
  private static final int ROUNDS_PER_COMPUTATION = 50;

  private ManyThreads() {}

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] = Threads.start(t, ManyThreads::work);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("putAll " + THREADS * ROUNDS + " gets " + THREADS * ROUNDS);
    System.out.println("computations " + THREADS * ROUNDS / ROUNDS_PER_COMPUTATION);
  }

  private static void work() {
    Map<Integer, Integer> more = Map.of(1, 1, 2, 2, 3, 3, 4, 4);
    for (int i = 0; i < ROUNDS; i++) {
      SHARED.putAll(more);
      if (SHARED.get(1 + (i & 3)) == null) {
        throw new IllegalStateException("lost");
      }
      waitFor(more, i);
    }
  }

  private static void waitFor(Map<Integer, Integer> more, int round) {
    WAITED_FOR.putAll(more);
    Integer key = 1 + (round & 3);
    if (round % ROUNDS_PER_COMPUTATION == 0) {
      WAITED_FOR.compute(key, ManyThreads::sleep);
      WAITED_FOR.computeIfAbsent(FRESH.incrementAndGet(), fresh -> fresh);
    }
    if (WAITED_FOR.computeIfAbsent(key, absent -> null) == null || WAITED_FOR.get(key) == null) {
      throw new IllegalStateException("lost");
    }
  }

  private static Integer sleep(Integer key, Integer value) {
    try {
      Thread.sleep(1);
      return key;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
