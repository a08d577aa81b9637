package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;

/** Makes ten million maps, in two threads, that live for one put and one get. */
public final class Momentary {
  private static final int THREADS = 2;
  private static final int MAPS = 5_000_000;

  private Momentary() {}

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] = new Thread(Momentary::make);
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("maps " + (long) THREADS * MAPS);
  }

  private static void make() {
    for (int i = 0; i < MAPS; i++) {
      Map<Integer, Integer> map = new HashMap<>();
      map.put(i, i);
      if (map.get(i) == null) {
        throw new IllegalStateException("lost " + i);
      }
    }
  }
}
