package io.mapscope.dist.programs;

import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Traversals of maps that another thread writes to, in step with the traversal: exactly {@value
 * #WRITES} writes during each, or between them, or none that count.
 */
public final class Traversals {
  /** Writes by another thread during each traversal of a torn map. */
  public static final int WRITES = 5;

  /** Torn too, while the agent starts, which so may see none of it. */
  static final Map<Integer, Integer> STARTED = new ConcurrentHashMap<>();

  static final Map<Integer, Integer> TORN_HASH = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> TORN_FOR_EACH = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> TORN_SKIP_LIST = new ConcurrentSkipListMap<>();
  static final Map<Integer, Integer> TORN_SYNCHRONIZED =
      Collections.synchronizedMap(new HashMap<>());
  static final Map<Integer, Integer> TORN_SYNCHRONIZED_TREE =
      Collections.synchronizedMap(new TreeMap<>());
  static final Map<Integer, Integer> TORN_TABLE = new Hashtable<>();
  static final Map<Integer, Integer> WRITTEN_BETWEEN = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> WRITTEN_BY_ITSELF = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> KEPT = new ConcurrentHashMap<>();
  static final ConcurrentSkipListMap<Integer, Integer> RANGE = new ConcurrentSkipListMap<>();
  static final Map<Integer, Integer> ABANDONED = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> THROWN_OUT_OF = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> HANDED_OVER = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> CONFINED = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> VIRTUAL = new ConcurrentHashMap<>();

  private static final int ENTRIES = 100;
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(Long.getLong("millis", 1_200));
  private static final SynchronousQueue<Runnable> ORDERS = new SynchronousQueue<>();
  private static final SynchronousQueue<Boolean> DONE = new SynchronousQueue<>();
  private static volatile int sink;

  private Traversals() {}

  public static void main(String[] args) throws Exception {
    Thread other = new Thread(Traversals::obey, "the-other");
    other.setDaemon(true);
    other.start();
    torn("STARTED", STARTED);
    torn("TORN_HASH", TORN_HASH);
    torn("TORN_SKIP_LIST", TORN_SKIP_LIST);
    torn("TORN_SYNCHRONIZED", TORN_SYNCHRONIZED);
    torn("TORN_SYNCHRONIZED_TREE", TORN_SYNCHRONIZED_TREE);
    torn("TORN_TABLE", TORN_TABLE);
    repeat("TORN_FOR_EACH", TORN_FOR_EACH, Traversals::forEach);
    repeat("WRITTEN_BETWEEN", WRITTEN_BETWEEN, Traversals::between);
    repeat("WRITTEN_BY_ITSELF", WRITTEN_BY_ITSELF, Traversals::byItself);
    repeat("KEPT", KEPT, map -> inTheMiddle(map, () -> keep(map)));
    repeat("RANGE", RANGE, map -> inTheMiddle(RANGE.headMap(10), () -> write(map, 50)));
    repeat("ABANDONED", ABANDONED, Traversals::abandon);
    repeat("THROWN_OUT_OF", THROWN_OUT_OF, Traversals::throwOut);
    repeat("HANDED_OVER", HANDED_OVER, Traversals::handOver);
    fill(CONFINED);
    for (long end = System.nanoTime() + NANOS; System.nanoTime() < end; ) {
      inTheMiddle(CONFINED, () -> {});
    }
    Thread virtual = Threads.start(1, () -> repeat("VIRTUAL", VIRTUAL, Traversals::tear));
    virtual.join();
  }

  private static void torn(String field, Map<Integer, Integer> map) {
    repeat(field, map, Traversals::tear);
  }

  private interface Traversal {
    void of(Map<Integer, Integer> map);
  }

  private static void repeat(String field, Map<Integer, Integer> map, Traversal traversal) {
    fill(map);
    order(() -> write(map, 0));
    long traversals = 0;
    for (long end = System.nanoTime() + NANOS; System.nanoTime() < end; traversals++) {
      traversal.of(map);
    }
    System.out.println(field + " " + traversals);
  }

  private static void tear(Map<Integer, Integer> map) {
    inTheMiddle(map, () -> write(map, 0));
  }

  private static void inTheMiddle(Map<Integer, Integer> map, Runnable what) {
    int n = 0;
    for (Integer value : map.values()) {
      sink += value;
      if (++n == ENTRIES / 20) {
        order(what);
      }
    }
  }

  private static void forEach(Map<Integer, Integer> map) {
    map.forEach(
        (key, value) -> {
          if (key == 3) {
            order(() -> write(map, 0));
          }
        });
  }

  private static void between(Map<Integer, Integer> map) {
    order(() -> write(map, 0));
    inTheMiddle(map, () -> {});
  }

  private static void byItself(Map<Integer, Integer> map) {
    for (Integer key : map.keySet()) {
      map.put(key, key + 1);
    }
  }

  /** The idiom for the first entry, and writes before the next one. */
  private static void abandon(Map<Integer, Integer> map) {
    sink += map.values().iterator().next();
    order(() -> write(map, 0));
  }

  private static void throwOut(Map<Integer, Integer> map) {
    try {
      map.forEach(
          (key, value) -> {
            order(() -> write(map, 0));
            throw new IllegalStateException("enough");
          });
    } catch (IllegalStateException thrown) {
      sink++;
    }
  }

  private static void handOver(Map<Integer, Integer> map) {
    Iterator<Integer> values = map.values().iterator();
    order(
        () -> {
          write(map, 0);
          while (values.hasNext()) {
            sink += values.next();
          }
        });
  }

  private static void fill(Map<Integer, Integer> map) {
    for (int key = 0; key < ENTRIES; key++) {
      map.put(key, key);
    }
  }

  private static void write(Map<Integer, Integer> map, int firstKey) {
    for (int i = 0; i < WRITES; i++) {
      map.put(firstKey + i, i);
    }
  }

  private static void keep(Map<Integer, Integer> map) {
    for (int i = 0; i < WRITES; i++) {
      map.putIfAbsent(i, i);
    }
  }

  /** Has the other thread do {@code what} and waits until it has. */
  private static void order(Runnable what) {
    try {
      ORDERS.put(what);
      DONE.take();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void obey() {
    try {
      while (true) {
        ORDERS.take().run();
        DONE.put(true);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
