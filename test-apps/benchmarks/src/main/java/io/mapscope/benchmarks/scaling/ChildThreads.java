package io.mapscope.benchmarks.scaling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/**
 * Threads that use each map once, one thread after the other, and then wait to the end of the JVM:
 * so what the first use of a map takes is seen without their waiting for each other.
 */
final class ChildThreads {
  private static final long STACK_BYTES = 128 << 10;
  private static final int MEAN_GAP = 1_000;
  private static final long SEED = 1;

  private final Map<Integer, Integer>[] maps;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Semaphore done = new Semaphore(0);
  private final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private volatile long usedNanos;

  ChildThreads(Map<Integer, Integer>[] maps) {
    this.maps = maps;
  }

  /** Starts them and returns what the first use of one map by one thread took, in CPU time. */
  double use(ChildSettings settings) throws ReflectiveOperationException, InterruptedException {
    for (int i = 0; i < settings.threads(); i++) {
      skipIds(settings.gap());
      if (settings.virtual()) {
        Thread.class
            .getMethod("startVirtualThread", Runnable.class)
            .invoke(null, (Runnable) this::useUntimed);
      } else {
        final Thread thread = new Thread(null, this::useTimed, "user-" + i, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
      }
      done.acquire();
    }
    final double uses = (double) settings.threads() * maps.length;
    return settings.virtual() || uses == 0 ? 0 : usedNanos / uses;
  }

  /** Threads that are never started take ids too. */
  @SuppressWarnings("DeadThread")
  private void skipIds(int gap) {
    final int step = gap == 0 ? 1 + random.nextInt(2 * MEAN_GAP - 1) : gap;
    for (int i = 1; i < step; i++) {
      new Thread();
    }
  }

  private void useTimed() {
    final long before = clocks.getCurrentThreadCpuTime();
    useAll();
    add(clocks.getCurrentThreadCpuTime() - before);
    waitForEnd();
  }

  /** One thread at a time. */
  private synchronized void add(long nanos) {
    usedNanos += nanos;
  }

  private void useUntimed() {
    useAll();
    waitForEnd();
  }

  private void useAll() {
    for (final Map<Integer, Integer> map : maps) {
      map.get(1);
    }
  }

  private void waitForEnd() {
    done.release();
    try {
      end.await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
