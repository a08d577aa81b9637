package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that do nothing but use maps, far more than a CPU budget lets count, and a thread that
 * hardly does; prints how often. With an argument the hot ones stay away.
 */
public final class HotMaps {
  static final Map<Integer, Integer> SHARED = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> LATER_SHARED = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> COLD = new ConcurrentHashMap<>();

  private static final long WORK_NANOS = 6_000_000_000L;
  private static final int KEYS = 256;

  private HotMaps() {}

  public static void main(String[] args) throws Exception {
    for (int key = 0; key < KEYS; key++) {
      SHARED.put(key, key);
      LATER_SHARED.put(key, key);
    }
    Reader one = new Reader();
    Reader other = new Reader();
    if (args.length == 0) {
      one.start();
      other.start();
    }
    long end = System.nanoTime() + WORK_NANOS;
    long puts = 0;
    while (System.nanoTime() < end) {
      COLD.put((int) (puts++ % KEYS), 1);
      LockSupport.parkNanos(1_000_000);
    }
    one.join();
    other.join();
    System.out.println("reads " + (one.reads + other.reads));
    System.out.println("writes " + (one.writes + other.writes));
    System.out.println("puts " + puts);
  }

  private static final class Reader extends Thread {
    private long reads;
    private long writes;

    @Override
    public void run() {
      long end = System.nanoTime() + WORK_NANOS;
      Map<Integer, Integer> own = new HashMap<>();
      while (System.nanoTime() < end) {
        for (int key = 0; key < KEYS; key++) {
          own.put(key, SHARED.get(key));
        }
        LATER_SHARED.put((int) (reads & (KEYS - 1)), 1);
        reads += KEYS;
        writes++;
      }
    }
  }
}
