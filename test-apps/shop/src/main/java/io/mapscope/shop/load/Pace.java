package io.mapscope.shop.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * When a load thread's requests are due. In an open loop they are due at fixed intervals whatever
 * the shop does, and their times count from then: a shop that stops for a second delays all that
 * were due in it, which a closed loop would not see (coordinated omission).
 */
final class Pace {
  /** 0 in a closed loop. */
  private final long intervalNanos;

  private long dueNanos;

  /**
   * @param number of this thread among {@code options.threads()}, which take turns
   */
  Pace(LoadOptions options, int number, long startNanos) {
    int rate = options.requestsPerSecond();
    intervalNanos = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(options.threads()) / rate;
    dueNanos = startNanos + intervalNanos * number / options.threads();
  }

  /** Waits until the next request is due and returns when it was, on the clock of the process. */
  long awaitNext() {
    if (intervalNanos == 0) {
      return System.nanoTime();
    }
    long due = dueNanos;
    dueNanos += intervalNanos;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return due;
  }
}
