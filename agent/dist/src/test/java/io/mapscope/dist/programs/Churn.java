package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;

/** Makes maps faster than stacks can be walked, and among them one that stays and is used a lot. */
public final class Churn {
  public static final int MAPS = 2_000_000;
  static final int USES = 64;
  static Map<Integer, Integer> hot = Map.of();

  private Churn() {}

  public static void main(String[] args) {
    long merges = 0;
    for (int i = 0; i < MAPS; i++) {
      Map<Integer, Integer> map = new HashMap<>();
      map.merge(i, i, Integer::sum);
      merges++;
      if (i == MAPS / 2) {
        hot = map;
      }
      for (int use = 0; i > MAPS / 2 && use < USES; use++) {
        hot.merge(use, 1, Integer::sum);
        merges++;
      }
    }
    System.out.println("merges " + merges);
  }
}
