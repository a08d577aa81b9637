package io.mapscope.prove.forecast;

import io.mapscope.profile.ProvenRatio;

/**
 * What a gain on one map is worth for a program that does other things besides (Amdahl: Validity of
 * the single processor approach, 1967).
 */
final class Amdahl {

  private Amdahl() {}

  /**
   * The share of a program's time that it spends on the map, 1 at most.
   *
   * @param threads that used the map
   * @param seconds that they ran
   * @param operations that they did together
   * @param replayedPerSecond how many such operations as many threads do that do nothing else
   */
  static double share(int threads, double seconds, double operations, double replayedPerSecond) {
    double each = threads * seconds / operations;
    double alone = threads / replayedPerSecond;
    return Math.min(1, alone / each);
  }

  /** How many times the work a program does whose map, {@code share} of its time, gains so much. */
  static ProvenRatio gain(double share, ProvenRatio speedup) {
    return new ProvenRatio(
        gain(share, speedup.estimate()), gain(share, speedup.low()), gain(share, speedup.high()));
  }

  private static double gain(double share, double speedup) {
    return 1 / (1 - share + share / speedup);
  }
}
