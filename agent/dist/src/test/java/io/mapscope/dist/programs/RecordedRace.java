package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;

/**
 * The race of {@link RacingMap}, begun when a recording runs: starting one takes a second. A map
 * that grows follows.
 */
public final class RecordedRace {
  private static final long LOOK_EVERY_NANOS = 10_000_000;

  private static final int KEYS = 512;
  static final Map<Integer, Integer> GROWING = new HashMap<>();

  private RecordedRace() {}

  public static void main(String[] args) throws Exception {
    while (!FlightRecorder.isInitialized()
        || FlightRecorder.getFlightRecorder().getRecordings().isEmpty()) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    RacingMap.main(args);
    for (int key = 0; key < KEYS; key++) {
      GROWING.put(key, key);
    }
  }
}
