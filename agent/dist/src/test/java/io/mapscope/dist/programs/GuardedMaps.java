package io.mapscope.dist.programs;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.IntConsumer;

/**
 * Plain maps, each under a lock of another kind, and what its threads have measured around taking
 * that lock: {@code FIELD waitedMillis}.
 */
public final class GuardedMaps {
  static final Map<Integer, Integer> UNDER_LOCK = new HashMap<>();
  static final Map<Integer, Integer> UNDER_READ_WRITE = new TreeMap<>();
  static final Map<Integer, Integer> UNDER_STAMPED = new LinkedHashMap<>();
  static final Map<Integer, Integer> UNDER_MONITOR = new HashMap<>();
  static final Map<Integer, Integer> WRAPPED = Collections.synchronizedMap(new HashMap<>());
  static final Map<Integer, Integer> BY_VIRTUAL_THREADS = new HashMap<>();
  static final Map<Integer, Integer> UNDER_TWO = new HashMap<>();
  static final Map<Integer, Integer> CONFINED = new HashMap<>();

  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final ReentrantLock VIRTUAL_LOCK = new ReentrantLock();
  private static final ReentrantReadWriteLock READ_WRITE = new ReentrantReadWriteLock();
  private static final StampedLock STAMPED = new StampedLock();
  private static final Object MONITOR = new Object();
  private static final Object OUTER = new Object();
  private static final ReentrantReadWriteLock INNER = new ReentrantReadWriteLock();
  private static final int THREADS = 4;
  private static final long PHASE_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final long RARE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final AtomicLong WAITED = new AtomicLong();

  private GuardedMaps() {}

  public static void main(String[] args) throws Exception {
    phase("UNDER_LOCK", i -> locked(LOCK, UNDER_LOCK, i));
    phase(
        "UNDER_READ_WRITE",
        i ->
            locked(
                (i & 3) == 0 ? READ_WRITE.writeLock() : READ_WRITE.readLock(),
                UNDER_READ_WRITE,
                i));
    phase("UNDER_STAMPED", GuardedMaps::stamped);
    phase("UNDER_MONITOR", GuardedMaps::monitored);
    phase("WRAPPED", GuardedMaps::clientSide);
    phase("UNDER_TWO", GuardedMaps::nested);
    byVirtualThreads();
    rarely();
    for (long end = System.nanoTime() + PHASE_NANOS; System.nanoTime() < end; ) {
      CONFINED.put(1, 1);
    }
    System.out.println("done");
  }

  /** As often as it takes for a first word about locks, by a class that is unknown at first. */
  private static void rarely() {
    for (int i = 0; i < 4; i++) {
      synchronized (OUTER) {
        Rare.put(i);
      }
      LockSupport.parkNanos(RARE_NANOS);
    }
  }

  /** Its lock is its own. */
  public static final class Rare {
    static final Map<Integer, Integer> RARELY_USED = new HashMap<>();
    private static final ReentrantLock OWN = new ReentrantLock();

    private Rare() {}

    static void put(int i) {
      OWN.lock();
      try {
        RARELY_USED.put(i, i);
      } finally {
        OWN.unlock();
      }
    }
  }

  /** Where there are any: one after the other leaves its carrier while it waits for the lock. */
  private static void byVirtualThreads() throws Exception {
    long end = System.nanoTime() + PHASE_NANOS;
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] =
          Threads.start(
              1,
              () -> {
                for (int i = 0; System.nanoTime() < end; i++) {
                  locked(VIRTUAL_LOCK, BY_VIRTUAL_THREADS, i);
                }
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void locked(Lock lock, Map<Integer, Integer> map, int i) {
    long start = System.nanoTime();
    lock.lock();
    WAITED.addAndGet(System.nanoTime() - start);
    try {
      use(map, i);
    } finally {
      lock.unlock();
    }
  }

  private static void stamped(int i) {
    long start = System.nanoTime();
    long stamp = STAMPED.writeLock();
    WAITED.addAndGet(System.nanoTime() - start);
    try {
      use(UNDER_STAMPED, i);
    } finally {
      STAMPED.unlockWrite(stamp);
    }
  }

  private static void monitored(int i) {
    long start = System.nanoTime();
    synchronized (MONITOR) {
      WAITED.addAndGet(System.nanoTime() - start);
      use(UNDER_MONITOR, i);
    }
  }

  /** The map's own lock is the one that is taken last. */
  private static void nested(int i) {
    synchronized (OUTER) {
      locked(INNER.writeLock(), UNDER_TWO, i);
    }
  }

  /** Get and put in one, as the documentation of the wrapper asks for it. */
  private static void clientSide(int i) {
    synchronized (WRAPPED) {
      if (WRAPPED.get(i & 15) == null) {
        WRAPPED.put(i & 15, i);
      }
    }
  }

  private static void use(Map<Integer, Integer> map, int i) {
    if ((i & 3) == 0) {
      map.put(i & 63, i);
    } else {
      map.get(i & 63);
    }
    LockSupport.parkNanos(100_000);
  }

  private static void phase(String field, IntConsumer work) throws Exception {
    WAITED.set(0);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] = new Thread(() -> run(start, work));
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(field + " " + TimeUnit.NANOSECONDS.toMillis(WAITED.get()));
  }

  private static void run(CyclicBarrier start, IntConsumer work) {
    try {
      start.await();
      long end = System.nanoTime() + PHASE_NANOS;
      for (int i = 0; System.nanoTime() < end; i++) {
        work.accept(i);
      }
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }
}
