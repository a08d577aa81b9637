package io.mapscope.modular;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;

/** Uses the maps in its private fields from four threads and prints how often. */
public final class Store {
  private static final Logger LOGGER = Logger.getLogger(Store.class.getName());
  private static final int THREADS = 4;
  private static final int TIMES = 20_000;
  private static final int KEYS = 100;

  private final Map<Integer, Integer> shared = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> guarded = new HashMap<>();
  private final Lock lock = new ReentrantLock();

  private Store() {}

  public static void main(String[] args) throws InterruptedException {
    Store store = new Store();
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] = new Thread(store::use);
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    LOGGER.fine("has " + store.shared.size());
    // Long enough for the agent's second thoughts, once a second.
    Thread.sleep(1_500);
    System.out.println("merges " + (long) THREADS * TIMES);
  }

  private void use() {
    for (int i = 0; i < TIMES; i++) {
      shared.merge(i % KEYS, 1, Integer::sum);
      lock.lock();
      try {
        guarded.merge(i % KEYS, 1, Integer::sum);
      } finally {
        lock.unlock();
      }
    }
  }
}
