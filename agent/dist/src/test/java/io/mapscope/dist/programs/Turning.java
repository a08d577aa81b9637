package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;

/**
 * A thread that does little else than look up keys; prints the nanoseconds from one to the next.
 */
public final class Turning {
  static final Map<Integer, Integer> KEYS = new HashMap<>();

  private static final int COUNT = 256;
  private static final long NANOS = 3_000_000_000L;

  private Turning() {}

  public static void main(String[] args) {
    for (int key = 0; key < COUNT; key++) {
      KEYS.put(key, key);
    }
    long begin = System.nanoTime();
    long turns = 0;
    long sum = 0;
    long took = 0;
    while (took < NANOS) {
      sum += KEYS.getOrDefault((int) (turns++ % COUNT), 0);
      took = System.nanoTime() - begin;
    }
    System.out.println("sum " + sum);
    System.out.println("turn " + took / turns);
  }
}
