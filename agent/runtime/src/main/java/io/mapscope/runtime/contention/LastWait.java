package io.mapscope.runtime.contention;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A short wait of our own for a monitor of our own: when the stream brings it, everything before it
 * has been brought.
 */
final class LastWait {
  private static final long MOST_MILLIS = 100;

  private final CountDownLatch arrived = new CountDownLatch(1);

  /** Makes a thread wait for this object's monitor, for a moment. */
  void cause() throws InterruptedException {
    Thread waiter = new Thread(null, this::pass, "mapscope-contention-end", 0, false);
    waiter.setDaemon(true);
    synchronized (this) {
      waiter.start();
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);
      while (waiter.getState() != Thread.State.BLOCKED && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
    }
    waiter.join(MOST_MILLIS);
  }

  private synchronized void pass() {
    // to have been here is all
  }

  boolean isIt(String monitorClass) {
    return monitorClass.equals(LastWait.class.getName());
  }

  void arrive() {
    arrived.countDown();
  }

  boolean hasArrived() {
    return arrived.getCount() == 0;
  }
}
