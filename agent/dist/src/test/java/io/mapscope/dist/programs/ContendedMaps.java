package io.mapscope.dist.programs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Maps that threads wait for, one after another, each with what the JVM's own contention monitoring
 * says about the threads that used it: {@code FIELD blockedMillis count}.
 */
public final class ContendedMaps {
  static final Map<Integer, Integer> SLOW_COMPUTE = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> SLOW_LOADING = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> WRAPPED = Collections.synchronizedMap(new HashMap<>());
  static final Map<Integer, Integer> TABLE = new Hashtable<>();
  static final Map<Integer, Integer> QUIET = new ConcurrentHashMap<>();

  private static final ThreadMXBean JVM = ManagementFactory.getThreadMXBean();
  private static final int THREADS = 4;
  private static final long PHASE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private ContendedMaps() {}

  public static void main(String[] args) throws Exception {
    JVM.setThreadContentionMonitoringEnabled(true);
    shareMaps();
    awaitListener();
    phase("SLOW_COMPUTE", i -> SLOW_COMPUTE.compute(1, (key, value) -> slow(i)));
    AtomicLong next = new AtomicLong();
    phase("SLOW_LOADING", i -> load((int) (next.getAndIncrement() / THREADS)));
    phase("WRAPPED", i -> WRAPPED.merge(i & 7, i, (one, other) -> slow(i)));
    phase("TABLE", i -> TABLE.merge(i & 7, i, (one, other) -> slow(i)));
    phase("QUIET", i -> QUIET.get(i & 255));
    System.out.println("done");
  }

  /** All threads ask for the same new key, one loads it. */
  private static void load(int key) {
    SLOW_LOADING.computeIfAbsent(key, ContendedMaps::slow);
  }

  private static int slow(int value) {
    LockSupport.parkNanos(100_000);
    return value;
  }

  private static void shareMaps() throws InterruptedException {
    Thread other = new Thread(ContendedMaps::useAll);
    other.start();
    useAll();
    other.join();
  }

  private static void useAll() {
    for (Map<Integer, Integer> map :
        java.util.List.of(SLOW_COMPUTE, SLOW_LOADING, WRAPPED, TABLE, QUIET)) {
      map.put(-1, 0);
    }
  }

  /** The agent says in its settings which stream is its own. */
  private static void awaitListener() throws InterruptedException {
    Recordings.await(
        recording -> recording.getSettings().containsKey("io.mapscope.Contention#stream"));
  }

  private static void phase(String field, IntConsumer work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    AtomicLong millis = new AtomicLong();
    AtomicLong count = new AtomicLong();
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] =
          new Thread(
              () -> {
                run(start, work);
                var info = JVM.getThreadInfo(Thread.currentThread().getId());
                millis.addAndGet(info.getBlockedTime());
                count.addAndGet(info.getBlockedCount());
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(field + " " + millis + " " + count);
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
