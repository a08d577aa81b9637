package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Threads without number, each of which lives for one operation on the same map, platform threads
 * and then virtual ones. Prints {@code merges N} by the map's own account.
 */
public final class ShortThreads {
  static final Map<Integer, Integer> MERGED = new ConcurrentHashMap<>();
  private static final int KEYS = 64;
  private static final int AT_ONCE = 64;

  private ShortThreads() {}

  /** Takes the number of platform threads, and that of virtual ones, 0 where there are none. */
  public static void main(String[] args) throws Exception {
    start(Integer.parseInt(args[0]), true);
    start(Integer.parseInt(args[1]), false);
    int sum = 0;
    for (int key = 0; key < KEYS; key++) {
      sum += MERGED.getOrDefault(key, 0);
    }
    System.out.println("merges " + sum);
  }

  private static void start(int threads, boolean platform) throws Exception {
    Semaphore places = new Semaphore(AT_ONCE);
    for (int n = 0; n < threads; n++) {
      int key = n % KEYS;
      places.acquire();
      Runnable once =
          () -> {
            MERGED.merge(key, 1, Integer::sum);
            places.release();
          };
      if (platform) {
        new Thread(once).start();
      } else {
        Threads.startVirtual(once);
      }
    }
    places.acquire(AT_ONCE);
  }
}
