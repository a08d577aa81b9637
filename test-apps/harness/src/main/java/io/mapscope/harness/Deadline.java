package io.mapscope.harness;

import java.time.Duration;

/** A point on the monotonic clock after which waiting is over. */
record Deadline(long atNanos, Duration allowed) {
  static Deadline in(Duration allowed) {
    return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
  }

  /** Nanoseconds left; zero or negative once the deadline has passed. */
  long remainingNanos() {
    return atNanos - System.nanoTime();
  }

  boolean passed() {
    return remainingNanos() <= 0;
  }
}
