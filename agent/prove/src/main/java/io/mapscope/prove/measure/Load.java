package io.mapscope.prove.measure;

/**
 * How much threads do besides using a map, found by trying: so much that the map is used as often
 * as was recorded.
 *
 * @param restTokens of work after each operation, 0 when the map is all that threads are busy with
 * @param ratio of the operations wanted to those of threads that do nothing else, 1 at most
 */
record Load(long restTokens, double ratio) {

  /** Tries until it is found, at most. */
  static final int MOST_TRIES = 6;

  /** A rate this near to the wanted one is the same: what a short measurement tells at best. */
  static final double NEAR_RATIO = 0.03;

  /** What a token takes to begin with, a little less than it does on most machines. */
  private static final double GUESSED_TOKEN_NANOS = 1;

  /** A token that seems to take less than this part of what was believed was badly measured. */
  private static final double LEAST_TOKEN_PART = 0.5;

  /** So much of the way is gone at once. */
  private static final double STEP = 0.5;

  private static final double NANOS_PER_SECOND = 1e9;

  /** Measures how many operations in a second are done with so many tokens after each. */
  interface Rate {
    double perSecond(long restTokens) throws Fork.Unmeasured;
  }

  /**
   * The load under which the rate is {@code wanted} in a second, or the nearest that was found.
   *
   * <p>Time per operation grows with the tokens, but not by the same for each where threads wait
   * for each other: over a wide range it may hardly grow at all, because they wait the less the
   * longer they rest. So what a token takes is learned from try to try, and half of the way is gone
   * at once, from below: of all loads that explain the rate, the one with the least rest is meant.
   */
  static Load find(double wanted, Rate rate) throws Fork.Unmeasured {
    double most = rate.perSecond(0);
    double wantedNanos = NANOS_PER_SECOND / wanted;
    double fromNanos = NANOS_PER_SECOND / most;
    double from = 0;
    double tokenNanos = GUESSED_TOKEN_NANOS / Runtime.getRuntime().availableProcessors();
    long nearest = 0;
    double distance = Math.abs(Math.log(wantedNanos / fromNanos));
    boolean searching = wantedNanos > fromNanos * (1 + NEAR_RATIO);
    for (int tries = 1; searching && tries < MOST_TRIES; tries++) {
      double tokens = from + STEP * (wantedNanos - fromNanos) / tokenNanos;
      double nanos = NANOS_PER_SECOND / rate.perSecond(Math.round(tokens));
      if (Math.abs(Math.log(wantedNanos / nanos)) < distance) {
        distance = Math.abs(Math.log(wantedNanos / nanos));
        nearest = Math.round(tokens);
      }
      searching = distance > NEAR_RATIO;
      tokenNanos = Math.max((nanos - fromNanos) / (tokens - from), tokenNanos * LEAST_TOKEN_PART);
      if (nanos < wantedNanos) {
        from = tokens;
        fromNanos = nanos;
      }
    }
    return new Load(nearest, Math.min(1, wanted / most));
  }
}
