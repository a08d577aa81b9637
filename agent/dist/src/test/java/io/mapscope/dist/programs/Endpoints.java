package io.mapscope.dist.programs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Merges into one map for as many seconds as its first argument says, and prints how often. */
public final class Endpoints {
  static final Map<Integer, Integer> COUNTED = new ConcurrentHashMap<>();

  private Endpoints() {}

  public static void main(String[] args) {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    int merges = 0;
    while (System.nanoTime() < end) {
      COUNTED.merge(merges++ % 100, 1, Integer::sum);
      Thread.yield();
    }
    System.out.println("merges " + merges);
  }
}
