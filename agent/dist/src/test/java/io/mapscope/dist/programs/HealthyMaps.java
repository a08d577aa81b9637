package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Maps as they should be: a concurrent one that several threads read and some write, a plain one of
 * the right size within one thread, and a plain one that is handed over once it is complete.
 */
public final class HealthyMaps {
  private static final int KEYS = 1_000;
  private static final long WORK_NANOS = 2_000_000_000L;

  /** Read and written by all threads, each key by one operation. */
  static final Map<Integer, Integer> SHARED = new ConcurrentHashMap<>();

  private HealthyMaps() {}

  public static void main(String[] args) throws Exception {
    Map<Integer, Integer> handedOver = new HashMap<>(2 * KEYS);
    for (int key = 0; key < KEYS; key++) {
      handedOver.put(key, key);
    }
    Thread one = new Thread(() -> work(handedOver), "one");
    Thread other = new Thread(() -> work(handedOver), "other");
    one.start();
    other.start();
    one.join();
    other.join();
    System.out.println("done " + SHARED.size());
  }

  private static void work(Map<Integer, Integer> handedOver) {
    long end = System.nanoTime() + WORK_NANOS;
    Map<Integer, Integer> own = new HashMap<>(2 * KEYS);
    for (int i = 0; System.nanoTime() < end; i++) {
      int key = i % KEYS;
      own.merge(key, 1, Integer::sum);
      if (handedOver.get(key) != null && SHARED.get(key) == null) {
        SHARED.putIfAbsent(key, i);
      }
    }
  }
}
