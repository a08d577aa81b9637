package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Reads of a key and writes of it, as two operations that nobody can come between: under locks of
 * every kind that a caller holds, handed over from thread to thread, or on keys of the thread's
 * own. The program proves it by what its puts return: {@code FIELD lost}.
 */
public final class ProperCompounds {
  static final Map<Integer, Object> UNDER_LOCK = new ConcurrentHashMap<>();
  static final Map<Integer, Object> UNDER_LOCK_IN_METHOD = new ConcurrentHashMap<>();
  static final Map<Integer, Object> UNDER_WRITE_LOCK = new ConcurrentHashMap<>();
  static final Map<Integer, Object> UNDER_STAMP = new ConcurrentHashMap<>();
  static final Map<Integer, Object> UNDER_MONITOR_OF_CALLER = new ConcurrentHashMap<>();
  static final Map<Integer, Object> UNDER_SEMAPHORE = new ConcurrentHashMap<>();
  static final Map<Integer, Object> UNDER_STRIPES = new ConcurrentHashMap<>();
  static final Map<Integer, Object> UNDER_STRIPED_MONITORS = new ConcurrentHashMap<>();
  static final Map<Integer, Object> TABLE_UNDER_LOCK = new Hashtable<>();
  static final Map<Integer, Object> PLAIN_UNDER_LOCK = new HashMap<>();
  static final Map<Integer, Object> HANDED_OVER = new ConcurrentHashMap<>();
  static final Map<Integer, Object> OWN_KEYS = new ConcurrentHashMap<>();

  private static final int KEYS = 8;
  private static final int STRIPES = 4;
  private static final long NANOS = Long.getLong("millis", 1_500) * 1_000_000;
  private static final LongAdder LOST = new LongAdder();
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final ReentrantReadWriteLock READ_WRITE = new ReentrantReadWriteLock();
  private static final StampedLock STAMPED = new StampedLock();
  private static final Semaphore SEMAPHORE = new Semaphore(1);
  private static final ReentrantLock[] LOCKS = new ReentrantLock[STRIPES];
  private static final Object[] MONITORS = new Object[STRIPES];
  private static final BlockingQueue<Map<Integer, Object>> HAND_OVER = new ArrayBlockingQueue<>(1);

  private ProperCompounds() {}

  /** One step of a thread. */
  private interface Step {
    void at(Integer key, int thread) throws InterruptedException;
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < STRIPES; i++) {
      LOCKS[i] = new ReentrantLock();
      MONITORS[i] = new Object();
    }
    HAND_OVER.put(HANDED_OVER);
    together("UNDER_LOCK", (key, thread) -> locked(LOCK, UNDER_LOCK, key));
    together("UNDER_LOCK_IN_METHOD", (key, thread) -> lockedInMethod(key));
    together(
        "UNDER_WRITE_LOCK", (key, thread) -> locked(READ_WRITE.writeLock(), UNDER_WRITE_LOCK, key));
    together("UNDER_STAMP", (key, thread) -> stamped(key));
    together("UNDER_MONITOR_OF_CALLER", (key, thread) -> monitored(key));
    together("UNDER_SEMAPHORE", (key, thread) -> underSemaphore(key));
    together("UNDER_STRIPES", (key, thread) -> striped(key));
    together("UNDER_STRIPED_MONITORS", (key, thread) -> stripedMonitors(key));
    together("TABLE_UNDER_LOCK", (key, thread) -> locked(LOCK, TABLE_UNDER_LOCK, key));
    together("PLAIN_UNDER_LOCK", (key, thread) -> locked(LOCK, PLAIN_UNDER_LOCK, key));
    together("HANDED_OVER", (key, thread) -> handedOver(key));
    together("OWN_KEYS", (key, thread) -> readAndWrite(OWN_KEYS, KEYS * thread + key));
  }

  private static void readAndWrite(Map<Integer, Object> map, Integer key) {
    Object read = map.get(key);
    if (Oracle.random(4) == 0) {
      Thread.yield();
    }
    if (map.put(key, new Object()) != read) {
      LOST.increment();
    }
  }

  private static void locked(Lock lock, Map<Integer, Object> map, Integer key) {
    lock.lock();
    try {
      readAndWrite(map, key);
    } finally {
      lock.unlock();
    }
  }

  private static void lockedInMethod(Integer key) {
    LOCK.lock();
    try {
      Object read = UNDER_LOCK_IN_METHOD.get(key);
      if (UNDER_LOCK_IN_METHOD.put(key, new Object()) != read) {
        LOST.increment();
      }
    } finally {
      LOCK.unlock();
    }
  }

  private static void stamped(Integer key) {
    long stamp = STAMPED.writeLock();
    try {
      readAndWrite(UNDER_STAMP, key);
    } finally {
      STAMPED.unlockWrite(stamp);
    }
  }

  private static synchronized void monitored(Integer key) {
    readAndWrite(UNDER_MONITOR_OF_CALLER, key);
  }

  private static void underSemaphore(Integer key) throws InterruptedException {
    SEMAPHORE.acquire();
    try {
      readAndWrite(UNDER_SEMAPHORE, key);
    } finally {
      SEMAPHORE.release();
    }
  }

  /** A lock by key, never in a variable. */
  private static void striped(Integer key) {
    LOCKS[key % STRIPES].lock();
    try {
      readAndWrite(UNDER_STRIPES, key);
    } finally {
      LOCKS[key % STRIPES].unlock();
    }
  }

  private static void stripedMonitors(Integer key) {
    synchronized (MONITORS[key % STRIPES]) {
      readAndWrite(UNDER_STRIPED_MONITORS, key);
    }
  }

  /** Whoever has the map is alone with it. */
  private static void handedOver(Integer key) throws InterruptedException {
    Map<Integer, Object> map = HAND_OVER.take();
    readAndWrite(map, key);
    HAND_OVER.put(map);
  }

  private static void together(String field, Step step) throws Exception {
    LOST.reset();
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      int number = t;
      threads[t] = new Thread(() -> repeat(step, number));
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(field + " " + LOST.sum());
  }

  private static void repeat(Step step, int thread) {
    long end = System.nanoTime() + NANOS;
    try {
      while (System.nanoTime() < end) {
        step.at(Oracle.random(KEYS), thread);
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
