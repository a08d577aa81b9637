package io.mapscope.corpus;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** The moment at which a program should end, and how much work was done until then. */
public final class Deadline {
  private final long atNanos;
  private final LongAdder turns = new LongAdder();

  private Deadline(long atNanos) {
    this.atNanos = atNanos;
  }

  /** A deadline this long from now. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Whether the moment has come. */
  public boolean passed() {
    return System.nanoTime() - atNanos >= 0;
  }

  /** Adds turns of work that were done, once by each thread when it ends. */
  void addTurns(long done) {
    turns.add(done);
  }

  /** The turns of work that were added. */
  long turns() {
    return turns.sum();
  }

  /** Milliseconds left, at least 0. */
  public long remainingMillis() {
    return Math.max(0, Duration.ofNanos(atNanos - System.nanoTime()).toMillis());
  }
}
