package io.mapscope.runtime.start;

import io.mapscope.runtime.govern.OperationCosts;
import java.util.MapscopeCalibration;
import org.jspecify.annotations.Nullable;

/**
 * Measures what recording an operation costs, here and now, on the governor's own thread: a few
 * thousand operations on maps of its own, a tenth of a millisecond once the code is compiled.
 */
final class Calibration {
  private static final int OPERATIONS = 2_000;
  private static final int PASSES = 4;

  private @Nullable MapscopeCalibration recorder;

  /** Takes a measurement; the gate is open. */
  void measure(OperationCosts costs) {
    MapscopeCalibration maps = recorder;
    if (maps == null) {
      recorder = maps = new MapscopeCalibration();
    }
    long bare = Long.MAX_VALUE;
    long reads = Long.MAX_VALUE;
    long writes = Long.MAX_VALUE;
    long others = Long.MAX_VALUE;
    long touched = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      long began = System.nanoTime();
      touched += maps.bare(OPERATIONS);
      long bareEnd = System.nanoTime();
      maps.reads(OPERATIONS);
      long readsEnd = System.nanoTime();
      maps.writes(OPERATIONS);
      long writesEnd = System.nanoTime();
      maps.outer(OPERATIONS);
      bare = Math.min(bare, bareEnd - began);
      reads = Math.min(reads, readsEnd - bareEnd);
      writes = Math.min(writes, writesEnd - readsEnd);
      others = Math.min(others, System.nanoTime() - writesEnd);
    }
    if (touched == (long) PASSES * OPERATIONS) { // else somebody has taken the probes away
      double operations = OPERATIONS;
      costs.measured(
          (reads - bare) / operations, (writes - bare) / operations, (others - bare) / operations);
    }
  }
}
