package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;

/** Makes as many maps as it can and hardly uses one; prints how many, and how often. */
public final class MakingMaps {
  private static final long WORK_NANOS = 6_000_000_000L;
  private static final int MAPS_PER_USE = 50_000;

  static final Map<Integer, Integer> USED = new HashMap<>();
  static Map<Integer, Integer> latest = USED;

  private MakingMaps() {}

  public static void main(String[] args) {
    long end = System.nanoTime() + WORK_NANOS;
    long made = 0;
    int puts = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < MAPS_PER_USE; i++) {
        latest = new HashMap<>();
      }
      USED.put(puts++, 1);
      made += MAPS_PER_USE;
    }
    System.out.println("made " + made);
    System.out.println("puts " + puts);
  }
}
