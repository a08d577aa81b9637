package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.MapscopeErrors;
import java.util.MapscopeFact;
import java.util.MapscopeFacts;
import java.util.MapscopeGate;
import java.util.MapscopeListener;
import java.util.MapscopeLockAccount;
import java.util.MapscopeLocks;
import java.util.MapscopeMonitors;
import java.util.MapscopeTally;
import java.util.MapscopeWaited;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of waits for the locks around maps, in a woven JVM. */
final class WaitedTest {
  private static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** For that long after the mark nothing is taken for seen. */
  private static final long MARGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** A thread that held a monitor. */
  private record Look(long threadId, long address, long idleNanos) {}

  private final List<Look> looks = new CopyOnWriteArrayList<>();
  private long suppressedBefore;

  @BeforeAll
  static void weave() throws Exception {
    WovenJvm.weave();
  }

  @BeforeEach
  void listen() {
    suppressedBefore = MapscopeErrors.suppressed;
    MapscopeFacts.listener =
        new MapscopeListener() {
          @Override
          public void happened(MapscopeFact fact) {}

          @Override
          public void looked(long address, long idleNanos) {
            looks.add(new Look(Thread.currentThread().getId(), address, idleNanos));
          }

          @Override
          public void waited(MapscopeLockAccount lock, long nanos) {
            lock.noted = nanos;
          }
        };
    WovenJvm.allowWalks();
  }

  @AfterEach
  void nothingWasSuppressed() {
    MapscopeFacts.listener = null;
    if (MapscopeErrors.suppressed != suppressedBefore) {
      throw new AssertionError("suppressed", MapscopeErrors.latest);
    }
  }

  @Test
  void hashtable_marked_isLookedAtWhereAThreadHasWaited() throws Exception {
    Map<Integer, Integer> map = new Hashtable<>();
    MapscopeWaited.mark(map, new Object[] {map}, LONG_NANOS);

    waitFor(map, map);
  }

  @Test
  void synchronizedMap_marked_isLookedAtWhereAThreadHasWaited() throws Exception {
    Map<Integer, Integer> inner = new HashMap<>();
    Map<Integer, Integer> map = Collections.synchronizedMap(inner);
    MapscopeWaited.mark(map, new Object[] {inner}, LONG_NANOS);

    waitFor(map, map);
  }

  @Test
  void guardedMap_marked_isLookedAtOnlyWithTheMonitorHeld() throws Exception {
    Object lock = new Object();
    Map<Integer, Integer> map = new HashMap<>();
    MapscopeWaited.mark(lock, new Object[] {map}, LONG_NANOS);
    Map<Integer, Integer> guarded =
        new java.util.AbstractMap<>() {
          @Override
          public Integer put(Integer key, Integer value) {
            synchronized (lock) {
              return map.put(key, value);
            }
          }

          @Override
          public java.util.Set<Entry<Integer, Integer>> entrySet() {
            throw new UnsupportedOperationException();
          }
        };

    waitFor(guarded, lock);
    looks.clear();
    Thread without = new Thread(() -> map.put(2, 2));
    without.start();
    without.join();
    assertThat(looks).isEmpty();
  }

  @Test
  void map_usedByOneThreadOrNotMarked_isNotLookedAt() throws Exception {
    Map<Integer, Integer> other = new Hashtable<>();
    whileHeld(other, other, new Thread(() -> other.put(1, 1)));
    Map<Integer, Integer> map = new Hashtable<>();
    MapscopeWaited.mark(map, new Object[] {map}, LONG_NANOS);
    for (int i = 0; i < 10; i++) {
      map.put(i, i);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }

    assertThat(looks).as("no thread has had to queue").isEmpty();
  }

  @Test
  void thread_thatMayHaveUsedAMapUnseen_isToldToHaveBeenIdleFromThenOn() throws Exception {
    Object lock = new Object();
    Map<Integer, Integer> one = new HashMap<>();
    Map<Integer, Integer> other = new HashMap<>();
    MapscopeWaited.mark(lock, new Object[] {one, other}, LONG_NANOS);
    long begin;
    synchronized (lock) {
      inflate(lock);
      one.put(1, 1);
      LockSupport.parkNanos(HELD_NANOS);
      begin = System.nanoTime();
      one.put(1, 1); // unseen
      runInOther(() -> other.put(2, 2));
      one.put(1, 1);
    }

    assertThat(idleNanosOfLastLook()).isBetween(1L, System.nanoTime() - begin);
  }

  @Test
  void thread_thatUsedAMapWithTheGateClosed_isToldToHaveBeenIdleSinceItOpened() throws Exception {
    Object lock = new Object();
    Map<Integer, Integer> one = new HashMap<>();
    Map<Integer, Integer> other = new HashMap<>();
    MapscopeWaited.mark(lock, new Object[] {one, other}, LONG_NANOS);
    long begin;
    synchronized (lock) {
      inflate(lock);
      one.put(1, 1);
      runInOther(() -> other.put(2, 2));
      LockSupport.parkNanos(HELD_NANOS);
      begin = System.nanoTime();
      MapscopeGate.open = false;
      one.put(1, 1); // unseen
      MapscopeGate.setAll(true);
      one.put(1, 1);
    }

    assertThat(idleNanosOfLastLook()).isLessThan(System.nanoTime() - begin);
  }

  /** Of the last look, which was at the calling thread. */
  private long idleNanosOfLastLook() {
    assertThat(looks).isNotEmpty();
    Look last = looks.get(looks.size() - 1);
    assertThat(last.threadId()).isEqualTo(Thread.currentThread().getId());
    return last.idleNanos();
  }

  /** Has threads queue for the monitor that the caller holds. */
  private static void inflate(Object lock) throws Exception {
    Thread queued =
        new Thread(
            () -> {
              synchronized (lock) {
                Thread.onSpinWait();
              }
            });
    queued.start();
    while (queued.getState() != Thread.State.BLOCKED) {
      Thread.onSpinWait();
    }
  }

  private static void runInOther(Runnable task) throws Exception {
    Thread other = new Thread(task);
    other.start();
    other.join();
  }

  @Test
  void mark_whenItsTimeIsOver_isGone() throws Exception {
    Map<Integer, Integer> map = new Hashtable<>();
    MapscopeWaited.mark(map, new Object[] {map}, 0);

    whileHeld(map, map, new Thread(() -> map.put(1, 1)));
    assertThat(looks).isEmpty();
  }

  @Test
  void counts_ofAMarkedMap_areExact() throws Exception {
    Map<Integer, Integer> map = new Hashtable<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    map.put(0, 0);
    MapscopeWaited.mark(map, new Object[] {map}, LONG_NANOS);
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 50_000; i++) {
                  map.put(0, i);
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(WovenJvm.counts(tally, Vocabulary.NAMES))
        .isEqualTo(Map.of("putNew", 1L, "putReplace", 200_000L));
  }

  @Test
  void lock_thatGuardsMaps_tellsOfALongWait() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    waitForLock(lock);
    MapscopeLockAccount account = MapscopeLocks.accountOf(lock);
    assertThat(account.noted).as("not known as a guard").isNull();
    account.guards = true;
    waitForLock(lock);

    assertThat((Long) account.noted).isGreaterThanOrEqualTo(HELD_NANOS);
  }

  private static void waitForLock(ReentrantLock lock) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              lock.lock();
              lock.unlock();
            });
    lock.lock();
    try {
      waiter.start();
      while (!lock.hasQueuedThread(waiter)) {
        Thread.onSpinWait();
      }
      LockSupport.parkNanos(2 * HELD_NANOS);
    } finally {
      lock.unlock();
    }
    waiter.join();
  }

  /** A new thread waits to put into {@code map}, and is looked at. */
  private void waitFor(Map<Integer, Integer> map, Object monitor) throws Exception {
    Thread waiter = new Thread(() -> map.put(1, 1));
    long address = whileHeld(map, monitor, waiter);

    assertThat(looks)
        .last()
        .satisfies(
            look -> {
              assertThat(look.threadId()).isEqualTo(waiter.getId());
              assertThat(look.address()).isEqualTo(address);
              assertThat(look.idleNanos()).isGreaterThanOrEqualTo(HELD_NANOS - MARGIN_NANOS);
            });
  }

  /** Puts into {@code map} while {@code waiter} waits for {@code monitor}; its address. */
  private static long whileHeld(Map<Integer, Integer> map, Object monitor, Thread waiter)
      throws Exception {
    long address;
    synchronized (monitor) {
      map.put(0, 0);
      waiter.start();
      while (waiter.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      LockSupport.parkNanos(HELD_NANOS);
      address = MapscopeMonitors.addressOf(monitor);
    }
    waiter.join();
    return address;
  }
}
