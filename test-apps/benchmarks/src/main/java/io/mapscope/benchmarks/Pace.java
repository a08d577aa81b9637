package io.mapscope.benchmarks;

/** How long one fork warms up and measures. */
record Pace(int warmupIterations, int measuredIterations, int iterationMillis) {
  static final Pace FULL = new Pace(3, 4, 400);

  /** Enough to see that everything runs; its figures are worth little. */
  static final Pace QUICK = new Pace(1, 2, 100);
}
