package io.mapscope.dist.programs;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Every way to share an unsynchronised map that is right, hammered: each map of {@link
 * ProperSharing} is used by several threads and never by two at once with a writer among them.
 */
public final class ProperSharing {
  static final Map<Integer, Integer> IN_SYNCHRONIZED = new HashMap<>();
  static final Map<Integer, Integer> SYNCHRONIZED_MAP =
      Collections.synchronizedMap(new TreeMap<>());
  static final Map<Integer, Integer> LOCKED = new TreeMap<>();
  static final Map<Integer, Integer> READ_WRITE_LOCKED = new HashMap<>();
  static final Map<Integer, Integer> STAMPED = new LinkedHashMap<>();
  static final Map<Integer, Integer> ACCESS_ORDER = new LinkedHashMap<>(16, 0.75f, true);
  static final Map<Integer, Integer> QUEUED = new HashMap<>();
  static final Map<Integer, Integer> TAKEN_IN_TURNS = new WeakHashMap<>();
  static final Map<Integer, Integer> SUBMITTED = new HashMap<>();
  static final Map<Integer, Integer> COMPLETED = new TreeMap<>();
  static final Map<Integer, Integer> STARTED = new HashMap<>();
  static final Map<Integer, Integer> BY_SEMAPHORE = new LinkedHashMap<>();
  static final Map<Integer, Integer> ASKED_IN_FUNCTION = new HashMap<>();

  private static final int ROUNDS = 60_000;
  private static final int HAND_OVERS = 5_000;
  private static final int KEYS = 256;
  private static volatile int turn;
  private static Frozen published = new Frozen(0);

  private ProperSharing() {}

  /** Safe to publish by a race: what a final field leads to is frozen when the constructor ends. */
  private static final class Frozen {
    final Map<Integer, Integer> frozen = new HashMap<>();

    Frozen(int round) {
      for (int key = 0; key < 8; key++) {
        frozen.put(key, round);
      }
    }
  }

  /** What may be run by several threads at once. */
  private interface Work {
    void run(int round) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    locks();
    handOvers();
    frozenAndConfined();
    askedInFunction();
    System.out.println("done");
  }

  private static void locks() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
    StampedLock stamped = new StampedLock();
    Semaphore one = new Semaphore(1);
    together(
        i -> {
          synchronized (IN_SYNCHRONIZED) {
            use(IN_SYNCHRONIZED, i);
          }
        });
    together(i -> SYNCHRONIZED_MAP.put(i % KEYS, SYNCHRONIZED_MAP.getOrDefault(i % KEYS, 1)));
    together(
        i -> {
          lock.lock();
          try {
            use(LOCKED, i);
            use(ACCESS_ORDER, i);
          } finally {
            lock.unlock();
          }
        });
    together(
        i -> {
          if (i % 4 == 0) {
            readWrite.writeLock().lock();
            use(READ_WRITE_LOCKED, i);
            readWrite.writeLock().unlock();
          } else {
            readWrite.readLock().lock();
            read(READ_WRITE_LOCKED, i);
            readWrite.readLock().unlock();
          }
        });
    together(
        i -> {
          long stamp = i % 4 == 0 ? stamped.writeLock() : stamped.readLock();
          if (i % 4 == 0) {
            use(STAMPED, i);
          } else {
            read(STAMPED, i);
          }
          stamped.unlock(stamp);
        });
    together(
        i -> {
          one.acquire();
          use(BY_SEMAPHORE, i);
          one.release();
        });
  }

  private static void handOvers() throws Exception {
    throughAQueue();
    inTurns();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CompletableFuture<Void> chain = CompletableFuture.completedFuture(null);
    for (int i = 0; i < HAND_OVERS; i++) {
      int round = i;
      use(SUBMITTED, i);
      pool.submit(() -> use(SUBMITTED, round)).get();
      chain = chain.thenRunAsync(() -> use(COMPLETED, round), pool);
    }
    chain.get();
    pool.shutdown();
    for (int i = 0; i < HAND_OVERS / 10; i++) {
      int round = i;
      use(STARTED, i);
      Thread thread = new Thread(() -> use(STARTED, round));
      thread.start();
      thread.join();
    }
  }

  private static void throughAQueue() throws Exception {
    BlockingQueue<Map<Integer, Integer>> there = new ArrayBlockingQueue<>(1);
    BlockingQueue<Map<Integer, Integer>> back = new ArrayBlockingQueue<>(1);
    Thread other =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < HAND_OVERS; i++) {
                  Map<Integer, Integer> map = there.take();
                  use(map, i);
                  back.put(map);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    other.start();
    Map<Integer, Integer> map = QUEUED;
    for (int i = 0; i < HAND_OVERS; i++) {
      use(map, i);
      there.put(map);
      map = back.take();
    }
    other.join();
  }

  private static void inTurns() throws Exception {
    Thread other = new Thread(() -> takeTurns(1));
    other.start();
    takeTurns(0);
    other.join();
  }

  private static void takeTurns(int mine) {
    for (int i = 0; i < HAND_OVERS; i++) {
      while (turn != mine) {
        Thread.onSpinWait();
      }
      use(TAKEN_IN_TURNS, i);
      turn = 1 - mine;
    }
  }

  private static void frozenAndConfined() throws Exception {
    ThreadLocal<Map<Integer, Integer>> confined = ThreadLocal.withInitial(HashMap::new);
    together(
        i -> {
          use(confined.get(), i);
          if (i % 16 == 0) {
            published = new Frozen(i);
          }
          read(published.frozen, i);
        });
  }

  /** The function of a write lets another thread read the map, and waits for it. */
  private static void askedInFunction() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    ASKED_IN_FUNCTION.put(-1, 1);
    for (int i = 0; i < HAND_OVERS; i++) {
      ASKED_IN_FUNCTION.computeIfAbsent(i % KEYS, key -> ask(pool));
      ASKED_IN_FUNCTION.compute(i % KEYS, (key, old) -> ask(pool));
      ASKED_IN_FUNCTION.merge(i % KEYS, 1, (old, one) -> ask(pool));
      if (i % 100 == 0) {
        ASKED_IN_FUNCTION.replaceAll((key, old) -> ask(pool));
      }
      ASKED_IN_FUNCTION.remove(i % KEYS);
    }
    pool.shutdown();
  }

  private static Integer ask(ExecutorService pool) {
    try {
      return pool.submit(() -> ASKED_IN_FUNCTION.get(-1)).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void together(Work work) throws Exception {
    Thread[] threads = new Thread[3];
    for (int t = 0; t < threads.length; t++) {
      threads[t] = Threads.start(t, () -> repeat(work));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void repeat(Work work) {
    try {
      for (int i = 0; i < ROUNDS; i++) {
        work.run(i);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void use(Map<Integer, Integer> map, int i) {
    Integer key = i % KEYS;
    Integer old = map.get(key);
    map.put(key, old == null ? 1 : old + 1);
    if (i % 7 == 0) {
      map.remove((i + 1) % KEYS);
    }
    if (i % 1000 == 0) {
      map.keySet().forEach(k -> {});
      map.values().removeIf(v -> v > 1000);
    }
  }

  private static void read(Map<Integer, Integer> map, int i) {
    Integer present = map.get(i % KEYS);
    if (present == null && map.containsKey(i) && map.size() < 0) {
      throw new IllegalStateException("a map with a negative size");
    }
  }
}
