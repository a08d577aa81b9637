package io.mapscope.profile;

/**
 * How many times the work of the baseline a form did in the same time, from rounds in which both
 * took their turn.
 *
 * @param estimate geometric mean over the rounds
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 */
public record ProvenRatio(double estimate, double low, double high) {

  /** Checks that all are finite and in order. */
  public ProvenRatio {
    Require.nonNegative(low, "speedupLow");
    Require.nonNegative(estimate, "speedup");
    Require.nonNegative(high, "speedupHigh");
    if (low > estimate || estimate > high) {
      throw new IllegalArgumentException(
          "speedup " + estimate + " must lie in its interval, but that is " + low + " to " + high);
    }
  }
}
