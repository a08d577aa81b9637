package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends threads in the midst of map operations by {@code Thread.stop} (JDK 17), one after the other,
 * and prints how many have ended and how many of them by their {@link ThreadDeath}.
 */
@SuppressWarnings({"deprecation", "removal"})
public final class StoppedThreads {
  private static final int THREADS = 300;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final long LONGEST_LIFE_NANOS = 3_000_000;

  static final Map<Integer, Integer> SHARED = new ConcurrentHashMap<>();

  private StoppedThreads() {}

  public static void main(String[] args) throws InterruptedException {
    AtomicInteger byDeath = new AtomicInteger();
    int ended = 0;
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(StoppedThreads::work);
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler(
          (one, problem) -> byDeath.addAndGet(problem instanceof ThreadDeath ? 1 : 0));
      thread.start();
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_LIFE_NANOS));
      thread.stop();
      thread.join(PATIENCE_MILLIS);
      ended += thread.isAlive() ? 0 : 1;
    }
    System.out.println("ended " + ended);
    System.out.println("death " + byDeath);
    System.exit(0);
  }

  private static void work() {
    Map<Integer, Integer> own = new HashMap<>();
    for (int i = 0; ; i++) {
      own.put(i % 100, i);
      SHARED.merge(i % 100, 1, Integer::sum);
      SHARED.get(i % 200);
    }
  }
}
