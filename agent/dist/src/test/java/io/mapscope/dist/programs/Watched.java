package io.mapscope.dist.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Puts into two maps from four threads while other agents watch, too, and prints how often; with an
 * argument it says so and does it once more when there is a file of that name.
 */
public final class Watched {
  private static final int THREADS = 4;
  private static final int PUTS = 25_000;
  private static final int KEYS = 100;

  /** By which the other agent tells these maps from all others. */
  static final int FIRST_KEY = 1_000_000_000;

  static final Map<Integer, Integer> CONCURRENT = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> PLAIN = new HashMap<>();

  private Watched() {}

  public static void main(String[] args) throws Exception {
    work();
    if (args.length > 0) {
      System.out.println("ready");
      while (!Files.exists(Path.of(args[0]))) {
        Thread.sleep(10);
      }
      work();
    }
    int rounds = args.length > 0 ? 2 : 1;
    System.out.println("puts " + (long) rounds * THREADS * PUTS);
    System.out.println("other " + countOfTheOther());
  }

  /** What {@link Retransformer} has counted: on the boot class path, if it is there. */
  private static long countOfTheOther() throws ReflectiveOperationException {
    try {
      Class<?> board = Class.forName(Watched.class.getPackageName() + ".Tallied", true, null);
      return ((AtomicLong) board.getField("PUTS").get(null)).get();
    } catch (ClassNotFoundException absent) {
      return 0;
    }
  }

  private static void work() throws InterruptedException {
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] = new Thread(Watched::put);
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void put() {
    for (int i = 0; i < PUTS; i++) {
      Integer key = FIRST_KEY + i % KEYS;
      CONCURRENT.put(key, i);
      synchronized (PLAIN) {
        PLAIN.put(key, i);
      }
    }
  }
}
