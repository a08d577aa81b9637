package io.mapscope.report.comparison;

/**
 * One figure of a measure.
 *
 * @param value what was measured, at least 0
 * @param spread how far single events lie apart: the variance over the square of the mean
 * @param events how many independent events it was measured by
 */
record Reading(double value, double spread, double events) {

  /** Half-width of the interval that has the true figure in 997 of 1000 cases (three sigmas). */
  private static final double SIGMAS = 3;

  /** The relative deviation of this figure by chance; without any event nothing is known of it. */
  double noise() {
    return events > 0 ? SIGMAS * Math.sqrt(spread / events) : 0;
  }

  /** The relative deviation that two readings can have by chance alone. */
  static double noise(Reading a, Reading b) {
    return Math.hypot(a.noise(), b.noise());
  }
}
