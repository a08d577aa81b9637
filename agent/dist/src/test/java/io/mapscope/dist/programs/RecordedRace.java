package io.mapscope.dist.programs;

import java.util.concurrent.locks.LockSupport;
import jdk.jfr.FlightRecorder;

/** The race of {@link RacingMap}, begun when a recording runs: starting one takes a second. */
public final class RecordedRace {
  private static final long LOOK_EVERY_NANOS = 10_000_000;

  private RecordedRace() {}

  public static void main(String[] args) throws Exception {
    while (!FlightRecorder.isInitialized()
        || FlightRecorder.getFlightRecorder().getRecordings().isEmpty()) {
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    RacingMap.main(args);
  }
}
