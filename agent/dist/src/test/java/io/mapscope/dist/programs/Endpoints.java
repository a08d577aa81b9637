package io.mapscope.dist.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Merges into one map until the file exists that is named, and prints how often it did. */
public final class Endpoints {
  static final Map<Integer, Integer> COUNTED = new ConcurrentHashMap<>();
  private static final int MERGES_PER_LOOK = 1000;

  private Endpoints() {}

  public static void main(String[] args) {
    Path end = Path.of(args[0]);
    int merges = 0;
    while (!Files.exists(end)) {
      for (int i = 0; i < MERGES_PER_LOOK; i++) {
        COUNTED.merge(merges++ % 100, 1, Integer::sum);
        Thread.yield();
      }
    }
    System.out.println("merges " + merges);
  }
}
