package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;

/**
 * The race of {@link RacingMap}, begun when a recording runs: starting one takes a second. A map
 * that grows follows.
 */
public final class RecordedRace {
  private static final int KEYS = 512;
  static final Map<Integer, Integer> GROWING = new HashMap<>();

  private RecordedRace() {}

  public static void main(String[] args) throws Exception {
    Recordings.awaitMapEvents();
    RacingMap.main(args);
    for (int key = 0; key < KEYS; key++) {
      GROWING.put(key, key);
    }
  }
}
