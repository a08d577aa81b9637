package io.mapscope.runtime.start;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How long to wait for a thread's last work: {@code ordinary}, and on a machine so busy that the
 * thread is still at work then, up to {@code longest} in all. One that waits for something itself
 * is given up at {@code ordinary}: what it waits for may never come while a JVM ends.
 */
record Patience(Duration ordinary, Duration longest) {
  private static final long LOOK_MILLIS = 100;

  /**
   * True as soon as {@code done} is.
   *
   * @param atWork whether the thread that does the work is neither waiting nor ended
   */
  boolean await(CountDownLatch done, BooleanSupplier atWork) throws InterruptedException {
    long begin = System.nanoTime();
    boolean ready = done.await(ordinary.toNanos(), TimeUnit.NANOSECONDS);
    while (!ready && atWork.getAsBoolean() && System.nanoTime() - begin < longest.toNanos()) {
      ready = done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    return ready;
  }
}
