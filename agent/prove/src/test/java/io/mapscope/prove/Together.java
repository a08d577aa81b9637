package io.mapscope.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Work that several threads do at once. */
public final class Together {

  private static final long LIMIT_SECONDS = 120;

  private Together() {}

  /** Runs {@code work} with the numbers below {@code threads}, each in a thread of its own. */
  public static void run(int threads, IntConsumer work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        all.add(
            pool.submit(
                () -> {
                  start.await();
                  work.accept(number);
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
