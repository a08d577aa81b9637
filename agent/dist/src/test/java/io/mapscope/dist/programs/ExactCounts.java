package io.mapscope.dist.programs;

import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;

/**
 * Four threads do a million random operations on a map of each class, and print what they have done
 * with it: {@code FIELD operation count}. Unsynchronised maps are used under one lock.
 */
public final class ExactCounts {
  static final Map<Integer, String> CONCURRENT_HASH_MAP = new ConcurrentHashMap<>();
  static final Map<Integer, String> SKIP_LIST_MAP = new ConcurrentSkipListMap<>();
  static final Map<Integer, String> HASHTABLE = new Hashtable<>();
  static final Map<Integer, String> SYNCHRONIZED_MAP = Collections.synchronizedMap(new HashMap<>());
  static final Map<Integer, String> HASH_MAP = new HashMap<>();
  static final Map<Integer, String> LINKED_HASH_MAP = new LinkedHashMap<>();
  static final Map<Integer, String> ACCESS_ORDER = new LinkedHashMap<>(16, 0.75f, true);
  static final Map<Integer, String> TREE_MAP = new TreeMap<>();
  static final Map<Integer, String> WEAK_HASH_MAP = new WeakHashMap<>();
  static final Map<Integer, String> CHECKED_MAP =
      Collections.checkedMap(new HashMap<>(), Integer.class, String.class);
  static final Map<Integer, String> SUBCLASS = new Registry();

  private static final int THREADS = 4;
  private static final int STEPS = Integer.getInteger("steps", 25_000);

  /** Keys held for good, so that a WeakHashMap loses none. */
  private static final Integer[] KEYS = new Integer[202];

  private ExactCounts() {}

  /** What users write: a map with a word to say on put. */
  static final class Registry extends HashMap<Integer, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String put(Integer key, String value) {
      return super.put(key, value.trim());
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < KEYS.length; i++) {
      KEYS[i] = i;
    }
    use("CONCURRENT_HASH_MAP", CONCURRENT_HASH_MAP);
    use("SKIP_LIST_MAP", SKIP_LIST_MAP);
    use("HASHTABLE", HASHTABLE);
    use("SYNCHRONIZED_MAP", SYNCHRONIZED_MAP);
    use("HASH_MAP", HASH_MAP);
    use("LINKED_HASH_MAP", LINKED_HASH_MAP);
    use("ACCESS_ORDER", ACCESS_ORDER);
    use("TREE_MAP", TREE_MAP);
    use("WEAK_HASH_MAP", WEAK_HASH_MAP);
    use("CHECKED_MAP", CHECKED_MAP);
    use("SUBCLASS", SUBCLASS);
  }

  private static void use(String field, Map<Integer, String> map) throws Exception {
    Oracle total = new Oracle();
    boolean locked = !(map instanceof ConcurrentMap);
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[THREADS];
    Oracle[] oracles = new Oracle[THREADS];
    for (int t = 0; t < THREADS; t++) {
      Oracle oracle = oracles[t] = new Oracle();
      threads[t] = Threads.start(t, () -> work(map, locked, oracle, start));
    }
    start.countDown();
    for (int t = 0; t < THREADS; t++) {
      threads[t].join();
      total.add(oracles[t]);
    }
    new MapUser(map, total).alone();
    total.print(field);
  }

  private static void work(
      Map<Integer, String> map, boolean locked, Oracle oracle, CountDownLatch start) {
    MapUser user = new MapUser(map, oracle);
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int i = 0; i < STEPS; i++) {
      int kind = Oracle.random(220);
      Integer key = KEYS[Oracle.random(200)];
      if (locked) {
        synchronized (ExactCounts.class) {
          user.step(kind, key);
        }
      } else {
        user.step(kind, key);
      }
    }
  }
}
