package io.mapscope.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.MapscopeErrors;
import java.util.MapscopeLockAccount;
import java.util.MapscopeLocks;
import java.util.MapscopeOperation;
import java.util.MapscopeTally;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads in each other's way, in a woven JVM. */
final class ContentionTest {
  private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private long suppressedBefore;

  @BeforeAll
  static void weave() throws Exception {
    WovenJvm.weave();
  }

  @BeforeEach
  void noteErrors() {
    suppressedBefore = MapscopeErrors.suppressed;
  }

  @AfterEach
  void nothingWasSuppressed() {
    if (MapscopeErrors.suppressed != suppressedBefore) {
      throw new AssertionError("suppressed", MapscopeErrors.latest);
    }
  }

  @Test
  void concurrentHashMap_hammered_countsCollisionsOfItsSizeCounter() throws Exception {
    WovenJvm.allowWalks();
    Map<Integer, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);

    hammerUntil(
        i -> {
          map.put(i, i);
          map.remove(i);
        },
        () -> row(tally)[MapscopeOperation.COUNTER_COLLISIONS] > 0);
  }

  @Test
  void concurrentHashMap_growingUnderWriters_countsHelpers() throws Exception {
    WovenJvm.allowWalks();
    Map<Integer, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);

    hammerUntil(
        i -> {
          map.put(i, i);
          if (map.size() > 1 << 18) {
            map.clear();
          }
        },
        () -> row(tally)[MapscopeOperation.RESIZE_HELPS] > 0);
  }

  @Test
  void skipList_sameKeyFromAllThreads_countsLostSwaps() throws Exception {
    WovenJvm.allowWalks();
    Map<Integer, Integer> map = new ConcurrentSkipListMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);

    hammerUntil(
        i -> {
          map.put(1, i);
          map.remove(1);
        },
        () -> row(tally)[MapscopeOperation.CAS_FAILURES] > 0);
  }

  @Test
  void treeBin_readersInside_countsTheWaitOfTheWriter() throws Exception {
    WovenJvm.allowWalks();
    Map<SameHash, Integer> map = new ConcurrentHashMap<>();
    MapscopeTally tally = WovenJvm.tallyOf(map);
    for (int i = 0; i < 1_000; i++) {
      map.put(new SameHash(i), i);
    }

    hammerUntil(
        i -> {
          SameHash key = new SameHash(i % 2_000);
          if ((i & 7) == 0) {
            map.put(key, i);
            map.remove(key);
          } else {
            map.get(key);
          }
        },
        () -> row(tally)[MapscopeOperation.TREE_BIN_WAITS] > 0);
  }

  /** Not comparable, so that a tree bin is searched through. */
  private record SameHash(int number) {
    @Override
    public int hashCode() {
      return 7;
    }
  }

  @Test
  void reentrantLock_waitedFor_isTimed() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    long measured = waitedBy(lock::lock, lock::unlock, lock::unlock);
    assertTimed(MapscopeLocks.accountOf(lock), measured);
  }

  @Test
  void readLock_waitedFor_isTimed() throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    lock.writeLock().lock();
    long measured =
        waitedBy(lock.readLock()::lock, lock.readLock()::unlock, lock.writeLock()::unlock);
    assertTimed(MapscopeLocks.accountOf(lock), measured);
  }

  @Test
  void stampedLock_waitedFor_isTimed() throws Exception {
    StampedLock lock = new StampedLock();
    long stamp = lock.writeLock();
    long[] theirs = new long[1];
    long measured =
        waitedBy(
            () -> theirs[0] = lock.readLock(),
            () -> lock.unlockRead(theirs[0]),
            () -> lock.unlockWrite(stamp));
    assertTimed(MapscopeLocks.accountOf(lock), measured);
  }

  @Test
  void lock_neverWaitedFor_hasNoAccount() {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    lock.unlock();

    assertThat(MapscopeLocks.accountOf(lock)).isNull();
  }

  private static void assertTimed(MapscopeLockAccount account, long measuredNanos) {
    assertThat(account.waits()).isEqualTo(1);
    assertThat(account.nanos()).isBetween(measuredNanos * 9 / 10, measuredNanos);
  }

  /** What a thread measures around {@code lock} while this one holds it for a while. */
  private static long waitedBy(Runnable lock, Runnable theirUnlock, Runnable unlock)
      throws InterruptedException {
    AtomicLong nanos = new AtomicLong();
    Thread waiter =
        new Thread(
            () -> {
              long start = System.nanoTime();
              lock.run();
              nanos.set(System.nanoTime() - start);
              theirUnlock.run();
            });
    waiter.start();
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    LockSupport.parkNanos(HELD_NANOS);
    unlock.run();
    waiter.join();
    return nanos.get();
  }

  /** Runs {@code work} in four threads until {@code done}, which must come true in time. */
  private static void hammerUntil(IntConsumer work, Condition done) throws Exception {
    int threads = 4;
    CyclicBarrier start = new CyclicBarrier(threads);
    CountDownLatch stop = new CountDownLatch(1);
    Thread[] all = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      all[t] = new Thread(() -> hammer(work, start, stop));
      all[t].start();
    }
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (!done.holds() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    stop.countDown();
    for (Thread thread : all) {
      thread.join();
    }
    assertThat(done.holds()).isTrue();
  }

  private static void hammer(IntConsumer work, CyclicBarrier start, CountDownLatch stop) {
    try {
      start.await();
      for (int i = 0; stop.getCount() > 0; i++) {
        work.accept(i);
      }
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static long[] row(MapscopeTally tally) {
    long[] row = new long[MapscopeOperation.ROW];
    tally.addTo(row);
    return row;
  }
}
