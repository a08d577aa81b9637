package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Makes and uses maps in many threads at once from the first moment of its main class on. */
public final class EagerStart {
  private static final int THREADS = 24;
  private static final int ROUNDS = 200;
  private static final int MERGES = 20;

  static final Map<Integer, Integer> SHARED = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> SORTED = new ConcurrentSkipListMap<>();
  static final Map<Integer, Integer> TABLE = new Hashtable<>();
  private static final Thread[] STARTED = new Thread[THREADS];

  static {
    for (int t = 0; t < THREADS; t++) {
      STARTED[t] = new Thread(new Task());
      STARTED[t].start();
    }
  }

  private EagerStart() {}

  /** No lambda: to link one takes longer than the agent's own start. */
  private static final class Task implements Runnable {
    Map<Integer, Integer> own = new HashMap<>();
    Map<Integer, Integer> tree = new TreeMap<>();

    @Override
    public void run() {
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < MERGES; i++) {
          add(SHARED, i);
          add(SORTED, i);
          add(TABLE, i);
          add(own, i);
          add(tree, i);
        }
      }
    }

    private static void add(Map<Integer, Integer> map, Integer key) {
      map.putIfAbsent(key, key);
    }
  }

  public static void main(String[] args) throws Exception {
    for (Thread thread : STARTED) {
      thread.join();
    }
    System.out.println("each " + (long) THREADS * ROUNDS * MERGES);
  }
}
