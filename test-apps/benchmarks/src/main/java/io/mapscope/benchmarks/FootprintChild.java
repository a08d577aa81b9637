package io.mapscope.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Makes so many maps, has so many threads use each of them once, and prints the bytes of the heap
 * that are reachable while all threads are alive. Holds on until a line comes in.
 */
final class FootprintChild {
  private static final int COLLECTIONS = 4;
  private static final long PAUSE_MILLIS = 300;

  private FootprintChild() {}

  public static void main(String[] args) throws InterruptedException, IOException {
    final int threads = Integer.parseInt(args[1]);
    final Map<?, ?>[] maps = new Map<?, ?>[Integer.parseInt(args[0])];
    for (int i = 0; i < maps.length; i++) {
      maps[i] = new ConcurrentHashMap<Integer, Integer>(1);
    }
    final Thread[] users = new Thread[threads];
    final Object end = new Object();
    final int[] done = new int[1];
    synchronized (end) {
      for (int t = 0; t < threads; t++) {
        users[t] = new Thread(() -> use(maps, end, done));
        users[t].setDaemon(true);
        users[t].start();
      }
      while (done[0] < threads) {
        end.wait();
      }
    }
    System.out.println(reachableBytes());
    System.in.read();
    if (maps[0].size() != 0) {
      throw new IllegalStateException("a map that nobody has written to is not empty");
    }
  }

  private static void use(Map<?, ?>[] maps, Object end, int[] done) {
    for (final Map<?, ?> map : maps) {
      map.get(1);
    }
    synchronized (end) {
      done[0]++;
      end.notifyAll();
      try {
        while (true) {
          end.wait();
        }
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** After collections enough for what one leaves to the next, as references do. */
  private static long reachableBytes() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
