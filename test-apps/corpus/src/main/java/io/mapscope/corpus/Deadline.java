package io.mapscope.corpus;

import java.time.Duration;

/** The moment at which a program should end. */
public final class Deadline {
  private final long atNanos;

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

  /** Milliseconds left, at least 0. */
  public long remainingMillis() {
    return Math.max(0, Duration.ofNanos(atNanos - System.nanoTime()).toMillis());
  }
}
