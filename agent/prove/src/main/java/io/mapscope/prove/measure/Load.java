package io.mapscope.prove.measure;

/**
 * How much a thread does besides using a map, found by trying: so much that one that nothing holds
 * up does so many operations in a second.
 */
final class Load {

  /** Tries until it is found, at most. */
  static final int MOST_TRIES = 5;

  /** A rate this near to the wanted one is the same: what a short measurement tells at best. */
  static final double NEAR_RATIO = 0.03;

  /** What a token takes, to begin with. */
  private static final double GUESSED_TOKEN_NANOS = 1.5;

  /** A token that seems to take less than this part of what was believed was badly measured. */
  private static final double LEAST_TOKEN_PART = 0.5;

  private static final double NANOS_PER_SECOND = 1e9;

  /** A rate this far above the wanted one is another: programs take a while to come up to speed. */
  static final double FAR_RATIO = 0.15;

  /** Tries until it is known how much of it is done under a lock, at most. */
  static final int MOST_HELD_TRIES = 5;

  private Load() {}

  /** Measures how many operations in a second are done with so many tokens of work after each. */
  interface Rate {
    double perSecond(long restTokens) throws Fork.Unmeasured;
  }

  /**
   * How many of so many {@code tokens} of work threads do under the lock that all of them need, so
   * that all together do so many operations as {@code wanted} in a second; 0 when they do no more
   * with all of it outside. By halving: the more is done there, the lower the rate.
   */
  static long heldTokens(double wanted, long tokens, Rate rate) throws Fork.Unmeasured {
    if (rate.perSecond(0) <= wanted * (1 + FAR_RATIO)) {
      return 0;
    }
    long tooFew = 0;
    long enough = tokens;
    for (int tries = 1; tries < MOST_HELD_TRIES && enough - tooFew > 1; tries++) {
      long middle = (tooFew + enough) / 2;
      if (rate.perSecond(middle) > wanted) {
        tooFew = middle;
      } else {
        enough = middle;
      }
    }
    return (tooFew + enough) / 2;
  }

  /**
   * Tokens of work after each operation that make the rate {@code wanted} in a second, or the
   * nearest to it that were found; 0 when operations alone take as long.
   *
   * <p>What a token takes is learned from try to try (regula falsi).
   */
  static long restTokens(double wanted, Rate rate) throws Fork.Unmeasured {
    double wantedNanos = NANOS_PER_SECOND / wanted;
    double aloneNanos = NANOS_PER_SECOND / rate.perSecond(0);
    double tokenNanos = GUESSED_TOKEN_NANOS;
    double distance = Math.abs(Math.log(wantedNanos / aloneNanos));
    boolean searching = wantedNanos > aloneNanos * (1 + NEAR_RATIO);
    long nearest = 0;
    for (int tries = 1; searching && tries < MOST_TRIES; tries++) {
      long tokens = Math.max(1, Math.round((wantedNanos - aloneNanos) / tokenNanos));
      double nanos = NANOS_PER_SECOND / rate.perSecond(tokens);
      if (Math.abs(Math.log(wantedNanos / nanos)) < distance) {
        distance = Math.abs(Math.log(wantedNanos / nanos));
        nearest = tokens;
      }
      searching = distance > NEAR_RATIO;
      tokenNanos = Math.max((nanos - aloneNanos) / tokens, tokenNanos * LEAST_TOKEN_PART);
    }
    return nearest;
  }
}
