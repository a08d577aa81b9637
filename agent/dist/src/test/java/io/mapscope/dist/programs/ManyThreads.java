package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Sixty-four threads, half of them virtual where there are any, put maps into one map and read it.
 * Each {@code putAll} is an operation built from others, so the recorder's slow path is busy.
 */
public final class ManyThreads {
  static final Map<Integer, Integer> SHARED = new ConcurrentSkipListMap<>();
  private static final int THREADS = 64;
  private static final int ROUNDS = 500;

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
  }

  private static void work() {
    Map<Integer, Integer> more = Map.of(1, 1, 2, 2, 3, 3, 4, 4);
    for (int i = 0; i < ROUNDS; i++) {
      SHARED.putAll(more);
      if (SHARED.get(1 + (i & 3)) == null) {
        throw new IllegalStateException("lost");
      }
    }
  }
}
