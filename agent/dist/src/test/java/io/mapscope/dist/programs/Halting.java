package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Ends the JVM without its hooks, in the midst of operations and of the agent's collections. */
public final class Halting {
  static final Map<Integer, Integer> BUSY = new ConcurrentHashMap<>();
  private static final int STATUS = 9;
  private static final int KEYS = 1000;

  private Halting() {}

  public static void main(String[] args) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[0]));
    int n = 0;
    while (System.nanoTime() < end) {
      BUSY.merge(n++ % KEYS, 1, Integer::sum);
    }
    System.out.println("halts");
    System.out.flush();
    Runtime.getRuntime().halt(STATUS);
  }
}
