package io.mapscope.prove.forecast;

import io.mapscope.profile.ProvenRatio;
import org.jspecify.annotations.Nullable;

/**
 * What was forecast of one program, and what came of it; immutable.
 *
 * @param rule of the finding, null when none was proved
 * @param advised the form that it advises
 * @param stepNanos that a thread takes from one use of the map to the next, recorded median
 * @param expected how many times the work the program should do with it, by a replay that rests as
 *     long
 * @param truth how many times the work its fixed form does
 * @param handoverNanos that a cache line took between two processors and back, which all runs were
 *     held to; NaN when unknown
 * @param strays runs that were taken although the line took another time
 * @param problem why there is nothing to compare, or null
 */
public record Forecast(
    String program,
    @Nullable String rule,
    @Nullable String advised,
    double stepNanos,
    @Nullable ProvenRatio expected,
    @Nullable ProvenRatio truth,
    double handoverNanos,
    int strays,
    @Nullable String problem) {

  /** How far a forecast may be from the truth. */
  static final double TOLERANCE = 0.2;

  static Forecast none(String program, String problem) {
    return new Forecast(program, null, null, Double.NaN, null, null, Double.NaN, 0, problem);
  }

  /** The expected gain over the true one, NaN when one of them is missing. */
  double overTruth() {
    return expected == null || truth == null ? Double.NaN : expected.estimate() / truth.estimate();
  }

  boolean isCompared() {
    return !Double.isNaN(overTruth());
  }

  /** Whether it is within {@link #TOLERANCE} of the truth. */
  boolean isRight() {
    return Math.abs(overTruth() - 1) <= TOLERANCE;
  }
}
