package io.mapscope.dist.programs;

import java.util.Collections;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes of the same key by several threads: as two operations, with races the program
 * itself proves by what its puts return; and in every way that is right or has nothing to do with
 * what was read.
 */
public final class Compounds {
  static final Map<Integer, Object> CHECK_THEN_ACT = new ConcurrentHashMap<>();
  static final Map<Integer, Object> READ_MODIFY_WRITE = new ConcurrentHashMap<>();
  static final Map<Integer, Object> SKIP_LIST = new ConcurrentSkipListMap<>();
  static final Map<Integer, Object> TABLE = new Hashtable<>();
  static final Map<Integer, Object> LEAST_RECENTLY_USED =
      Collections.synchronizedMap(new LeastRecentlyUsed());
  static final Map<Integer, Object> LOCKED = new ConcurrentHashMap<>();
  static final Map<Integer, Object> PUT_IF_ABSENT = new ConcurrentHashMap<>();
  static final Map<Integer, Object> ATOMIC = new ConcurrentHashMap<>();
  static final Map<Integer, Object> BLIND_WRITES = new ConcurrentHashMap<>();
  static final Map<Integer, Object> DISPATCHED = new ConcurrentHashMap<>();
  static final Map<Integer, Object> ONE_WRITER = new ConcurrentHashMap<>();
  static final Map<Integer, Object> CONFINED = new ConcurrentHashMap<>();

  private static final int KEYS = 8;
  private static final long NANOS = Long.getLong("millis", 1_000) * 1_000_000;
  private static final LongAdder LOST = new LongAdder();
  private static volatile int sink;

  private Compounds() {}

  private static final class LeastRecentlyUsed extends LinkedHashMap<Integer, Object> {
    private static final long serialVersionUID = 1L;

    LeastRecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Object> eldest) {
      return size() > KEYS / 2;
    }
  }

  /** One step of a thread. */
  private interface Step {
    void at(Integer key, int thread);
  }

  public static void main(String[] args) throws Exception {
    together("CHECK_THEN_ACT", 3, (key, thread) -> checkThenAct(CHECK_THEN_ACT, key));
    together("READ_MODIFY_WRITE", 3, (key, thread) -> readModifyWrite(key));
    together("SKIP_LIST", 3, (key, thread) -> checkThenAct(SKIP_LIST, key));
    together("TABLE", 3, (key, thread) -> checkThenAct(TABLE, key));
    together("LEAST_RECENTLY_USED", 3, (key, thread) -> load(key));
    together("LOCKED", 1, (key, thread) -> underALock(key));
    together("PUT_IF_ABSENT", 1, (key, thread) -> putIfAbsent(key));
    together("ATOMIC", 1, (key, thread) -> atomically(key));
    together("BLIND_WRITES", 1, Compounds::writeBlindly);
    together("DISPATCHED", 1, Compounds::dispatch);
    together("ONE_WRITER", 1, Compounds::oneWriter);
    for (int i = 0; i < 200_000; i++) {
      checkThenAct(CONFINED, i & (KEYS - 1));
    }
  }

  private static void checkThenAct(Map<Integer, Object> map, Integer key) {
    if (!map.containsKey(key) && map.get(key) == null) {
      work();
      if (map.put(key, new Object()) != null) {
        LOST.increment();
      }
    } else if (work() % 3 == 0) {
      map.remove(key);
    }
  }

  /** A cache that drops what it has not used lately asks for its size in the middle of a put. */
  private static void load(Integer key) {
    if (LEAST_RECENTLY_USED.get(key) == null) {
      work();
      if (LEAST_RECENTLY_USED.put(key, new Object()) != null) {
        LOST.increment();
      }
    }
  }

  private static void readModifyWrite(Integer key) {
    Object read = READ_MODIFY_WRITE.get(key);
    work();
    if (READ_MODIFY_WRITE.put(key, new Object()) != read) {
      LOST.increment();
    }
  }

  private static void underALock(Integer key) {
    synchronized (LOCKED) {
      Object read = LOCKED.get(key);
      if (LOCKED.put(key, new Object()) != read) {
        LOST.increment();
      }
    }
  }

  private static void putIfAbsent(Integer key) {
    if (PUT_IF_ABSENT.get(key) == null) {
      PUT_IF_ABSENT.putIfAbsent(key, new Object());
    } else {
      PUT_IF_ABSENT.remove(key);
    }
  }

  private static void atomically(Integer key) {
    Object read = ATOMIC.get(key);
    ATOMIC.compute(key, (k, old) -> old == read ? new Object() : old);
  }

  /** What is put does not depend on what some other method has read. */
  private static void writeBlindly(Integer key, int thread) {
    lookAt(key);
    BLIND_WRITES.put(key, thread);
  }

  private static void lookAt(Integer key) {
    sink += BLIND_WRITES.get(key) == null ? 1 : 2;
  }

  /** Requests to read and to write in one method, each for itself. */
  private static void dispatch(Integer key, int thread) {
    request(0, key, thread);
    request(1, key, thread);
  }

  private static @Nullable Object request(int kind, Integer key, int thread) {
    switch (kind) {
      case 0:
        return DISPATCHED.get(key);
      default:
        return DISPATCHED.put(key, new Object[thread + 1]);
    }
  }

  private static void oneWriter(Integer key, int thread) {
    Object read = ONE_WRITER.get(key);
    if (thread == 0) {
      ONE_WRITER.put(key, read == null ? key : read);
    }
  }

  /** Lets another thread get in between now and then. */
  private static int work() {
    int n = Oracle.random(16);
    if (n < 8) {
      Thread.yield();
    }
    return n;
  }

  private static void together(String field, int times, Step step) throws Exception {
    LOST.reset();
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      int number = t;
      threads[t] = new Thread(() -> repeat(times * NANOS, step, number));
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(field + " " + LOST.sum());
  }

  private static void repeat(long nanos, Step step, int thread) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      step.at(Oracle.random(KEYS), thread);
    }
  }
}
