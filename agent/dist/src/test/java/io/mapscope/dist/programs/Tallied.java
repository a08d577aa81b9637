package io.mapscope.dist.programs;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What {@link Retransformer} has woven into the JDK's maps calls, from the boot class path: counts
 * the puts of keys as {@link Watched} has them.
 */
public final class Tallied {
  public static final AtomicLong PUTS = new AtomicLong();

  private Tallied() {}

  /** Called at the start of each put. */
  public static void put(Object key) {
    if (key instanceof Integer number && number >= Watched.FIRST_KEY) {
      PUTS.incrementAndGet();
    }
  }
}
