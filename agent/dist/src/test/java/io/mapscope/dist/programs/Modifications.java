package io.mapscope.dist.programs;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;

/** Provokes ConcurrentModificationExceptions in every way and prints how many it has caught. */
public final class Modifications {
  static final Map<Integer, Integer> HASH_MAP = new HashMap<>();
  static final Map<Integer, Integer> LINKED_HASH_MAP = new LinkedHashMap<>();
  static final Map<Integer, Integer> TREE_MAP = new TreeMap<>();
  static final Map<Integer, Integer> WEAK_HASH_MAP = new WeakHashMap<>();
  static final Map<Object, Integer> IDENTITY_HASH_MAP = new IdentityHashMap<>();
  static final Map<Integer, Integer> HASHTABLE = new Hashtable<>();
  static final Map<Integer, Integer> BY_OTHER_THREAD = new HashMap<>();
  static final Map<Integer, Integer> UNTOUCHED = new HashMap<>();

  private Modifications() {}

  @SuppressWarnings("unchecked") // keys are small Integers, each a single object
  public static void main(String[] args) throws Exception {
    System.out.println("BY_OTHER_THREAD " + byOtherThread());
    inLoops("HASH_MAP", HASH_MAP);
    inLoops("LINKED_HASH_MAP", LINKED_HASH_MAP);
    inLoops("TREE_MAP", TREE_MAP);
    inLoops("WEAK_HASH_MAP", WEAK_HASH_MAP);
    inLoops("IDENTITY_HASH_MAP", (Map<Integer, Integer>) (Map<?, ?>) IDENTITY_HASH_MAP);
    inLoops("HASHTABLE", HASHTABLE);
    fill(UNTOUCHED);
    UNTOUCHED.forEach((key, value) -> HASH_MAP.get(key));
    UNTOUCHED.values().removeIf(value -> value == 3);
    System.out.println("UNTOUCHED 0");
  }

  private static void inLoops(String field, Map<Integer, Integer> map) {
    List<Runnable> loops = new ArrayList<>();
    loops.add(() -> removeInLoop(map, map.keySet()));
    loops.add(() -> removeInLoop(map, map.values()));
    loops.add(() -> removeInLoop(map, map.entrySet()));
    loops.add(() -> map.forEach((key, value) -> grow(map, key)));
    loops.add(() -> map.keySet().stream().forEach(key -> grow(map, key)));
    loops.add(() -> map.values().stream().forEach(value -> grow(map, value)));
    loops.add(() -> map.entrySet().spliterator().forEachRemaining(e -> grow(map, e.getKey())));
    loops.add(() -> map.keySet().forEach(key -> grow(map, key)));
    loops.add(() -> map.replaceAll((key, value) -> grow(map, key)));
    int caught = 0;
    for (Runnable loop : loops) {
      map.clear();
      fill(map);
      try {
        loop.run();
      } catch (ConcurrentModificationException expected) {
        caught++;
      }
    }
    System.out.println(field + " " + caught);
  }

  /** Adds an entry; at some time no more, for a loop may follow what it adds. */
  private static Integer grow(Map<Integer, Integer> map, Integer key) {
    if (key < 100) {
      map.put(key + 100, key);
    }
    return key;
  }

  private static void removeInLoop(Map<Integer, Integer> map, Iterable<?> view) {
    int n = 0;
    for (Object unused : view) {
      map.remove(n++);
    }
  }

  /** The main thread iterates, another one puts, one after the other: certain to be noticed. */
  private static int byOtherThread() throws Exception {
    fill(BY_OTHER_THREAD);
    CountDownLatch inLoop = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () -> {
              try {
                inLoop.await();
                BY_OTHER_THREAD.put(1000, 1);
                written.countDown();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();
    int caught = 0;
    try {
      for (Integer unused : BY_OTHER_THREAD.keySet()) {
        inLoop.countDown();
        written.await();
      }
    } catch (ConcurrentModificationException expected) {
      caught++;
    }
    writer.join();
    return caught;
  }

  private static void fill(Map<Integer, Integer> map) {
    for (int key = 0; key < 10; key++) {
      map.put(key, key);
    }
  }
}
