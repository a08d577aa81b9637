package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has many short-lived threads merge into one map, each after asking whether it is alive, and
 * prints how often.
 */
public final class AskedThreads {
  private static final int THREADS = 600;
  private static final int TOGETHER = 6;
  private static final int MERGES = 100;

  static final Map<Integer, Integer> ASKED = new ConcurrentHashMap<>();

  private AskedThreads() {}

  public static void main(String[] args) throws InterruptedException {
    for (int round = 0; round < THREADS / TOGETHER; round++) {
      Thread[] threads = new Thread[TOGETHER];
      for (int t = 0; t < TOGETHER; t++) {
        threads[t] = new Thread(AskedThreads::merge);
        threads[t].start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    System.out.println("merges " + (long) THREADS * MERGES);
  }

  private static void merge() {
    for (int i = 0; i < MERGES; i++) {
      if (Thread.currentThread().isAlive()) {
        ASKED.merge(i % 10, 1, Integer::sum);
      }
    }
  }
}
