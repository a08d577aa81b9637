package io.mapscope.othermaps.programs;

import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Four threads use what is in a field, and what they did is printed: {@code FIELD op count}. */
final class Workload {
  private static final int THREADS = 4;
  private static final int STEPS = 20_000;

  private Workload() {}

  static void run(String field, Use use) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[THREADS];
    Oracle[] oracles = new Oracle[THREADS];
    for (int t = 0; t < THREADS; t++) {
      Oracle oracle = oracles[t] = new Oracle();
      Random random = new Random(t);
      threads[t] = new Thread(() -> work(use, random, oracle, start));
      threads[t].start();
    }
    start.countDown();
    Oracle total = new Oracle();
    for (int t = 0; t < THREADS; t++) {
      threads[t].join();
      total.add(oracles[t]);
    }
    use.alone(total);
    total.print(field);
  }

  private static void work(Use use, Random random, Oracle oracle, CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < STEPS; i++) {
      use.step(random, oracle);
    }
  }
}
