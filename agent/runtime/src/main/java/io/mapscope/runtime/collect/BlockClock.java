package io.mapscope.runtime.collect;

import io.mapscope.runtime.govern.Block;

/**
 * The clock of the blocks of time by which counts are scaled: how long each has been, and for how
 * long of it operations were counted. While the user has the gate closed it stands still.
 *
 * <p>Used by any thread. Its lock is a leaf: nothing is asked of others while it is held.
 */
final class BlockClock {
  private boolean running = true;
  private boolean counting = true;
  private long settledNanos;
  private long openNanos;
  private long allNanos;
  private double disturbance;

  BlockClock(long nowNanos) {
    settledNanos = nowNanos;
  }

  /** Time is taken from now on; operations are counted in it, or not. */
  synchronized void go(boolean isCounting) {
    settle();
    running = true;
    counting = isCounting;
  }

  /** Time from now on is in no block. */
  synchronized void stop() {
    settle();
    running = false;
  }

  /** By how much more may happen while nothing is counted, from now on; see {@link Block}. */
  synchronized void disturbance(double more) {
    disturbance = more;
  }

  /** The block up to now; the next one begins. */
  synchronized Block take() {
    Block block = soFar();
    openNanos = 0;
    allNanos = 0;
    return block;
  }

  /** The block up to now, which goes on. */
  synchronized Block soFar() {
    settle();
    return new Block(openNanos, allNanos, disturbance);
  }

  private void settle() {
    long now = System.nanoTime();
    long passed = now - settledNanos;
    settledNanos = now;
    if (running) {
      allNanos += passed;
      openNanos += counting ? passed : 0;
    }
  }
}
