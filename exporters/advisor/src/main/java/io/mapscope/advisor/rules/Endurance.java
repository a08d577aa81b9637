package io.mapscope.advisor.rules;

import io.mapscope.advisor.Situation;

/**
 * How sure it is that what was so for the whole time observed goes on: after a time T without an
 * exception the chance of none in a further time H is T / (T + H), Laplace's rule of succession for
 * continuous time.
 */
final class Endurance {

  /** The further time one speaks of: jobs that come every minute must have had their turn. */
  private static final double HORIZON_SECONDS = 60;

  private Endurance() {}

  static double confidence(Situation situation) {
    return situation.seconds() / (situation.seconds() + HORIZON_SECONDS);
  }
}
