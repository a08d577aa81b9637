package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Threads read maps of which none is theirs yet while there is no memory left: nothing that they do
 * needs any, so nothing may fail. Then memory is there again, and they merge into one map.
 */
public final class Starved {
  private static final int THREADS = 4;

  /** Few, because every allocation that fails costs a collection of the whole heap or two. */
  private static final int MAPS = 30;

  private static final int MERGES = 10_000;
  private static final Integer KEY = 1;
  private static final long PAUSE_MILLIS = 20;

  /**
   * The agent has begun, and all classes that the program needs are loaded, before it is hungry.
   */
  private static final long BEFORE_MILLIS = 2_000;

  static final Map<Integer, Integer> AFTERWARDS = new ConcurrentHashMap<>();

  private static final Map<?, ?>[] CROWD = new Map<?, ?>[MAPS];
  private static final int[] FAILED = new int[THREADS];
  private static volatile int waiting;
  private static volatile boolean starved;
  private static volatile int done;
  private static volatile boolean fed;

  private Starved() {}

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < MAPS; i++) {
      Map<Integer, Integer> map = i % 2 == 0 ? new HashMap<>() : new ConcurrentHashMap<>();
      map.put(KEY, i);
      CROWD[i] = map;
    }
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      int number = t;
      threads[t] = new Thread(() -> live(number));
      threads[t].start();
    }
    while (waiting < THREADS) {
      Thread.onSpinWait();
    }
    Thread.sleep(BEFORE_MILLIS);
    Object[] hoard = hoard();
    starved = true;
    while (done < THREADS) {
      hoard = eatUp(hoard); // what others have let go of
      Thread.sleep(PAUSE_MILLIS);
    }
    hoard = null;
    fed = true;
    int failed = 0;
    for (int t = 0; t < THREADS; t++) {
      threads[t].join();
      failed += FAILED[t];
    }
    System.out.println("failed " + failed);
    System.out.println("merges " + THREADS * MERGES);
  }

  /** All the memory there is, as a list. */
  private static Object[] hoard() {
    return eatUp(new Object[1]);
  }

  private static Object[] eatUp(Object[] before) {
    Object[] hoard = before;
    for (int length = 1 << 20; length > 0; length /= 2) {
      try {
        while (done < THREADS) {
          Object[] more = new Object[length];
          more[0] = hoard;
          hoard = more;
        }
      } catch (OutOfMemoryError expected) {
        continue; // smaller pieces may still fit
      }
    }
    return hoard;
  }

  private static void live(int number) {
    announce();
    while (!starved) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < MAPS; i++) {
      if (!reads(i)) {
        FAILED[number]++;
      }
    }
    finish();
    while (!fed) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < MERGES; i++) {
      AFTERWARDS.merge(i % 100, 1, Integer::sum);
    }
  }

  private static boolean reads(int i) {
    try {
      Map<?, ?> map = CROWD[i];
      return map.get(KEY) != null && map.containsKey(KEY) && map.size() == 1;
    } catch (Throwable ours) {
      return false;
    }
  }

  private static synchronized void announce() {
    waiting++;
  }

  private static synchronized void finish() {
    done++;
  }
}
