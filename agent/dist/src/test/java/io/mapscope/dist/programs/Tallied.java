package io.mapscope.dist.programs;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What {@link Retransformer} has woven into the JDK calls, from the boot class path: counts the
 * puts of keys as {@link Watched} has them, and looks into a map of its own for each question to a
 * thread, and sets the clock.
 */
public final class Tallied {
  public static final AtomicLong PUTS = new AtomicLong();

  /** How far the clock is set forward; back when negative. */
  public static volatile long clockSeconds;

  private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>(Map.of("who", "me"));

  private Tallied() {}

  /** Called at the start of each put. */
  public static void put(Object key) {
    if (key instanceof Integer number && number >= Watched.FIRST_KEY) {
      PUTS.incrementAndGet();
    }
  }

  /** Called at the start of each {@link Thread#isAlive}. */
  public static void ask() {
    if (ANSWERS.get("who") == null) {
      throw new AssertionError("an entry is gone that nobody removes");
    }
  }

  /** Called with what each look at the clock is to return. */
  public static Instant shifted(Instant now) {
    return now.plusSeconds(clockSeconds);
  }
}
