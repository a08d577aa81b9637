package io.mapscope.prove.seeds;

import java.util.List;

/**
 * How long and how often is measured.
 *
 * @param experiments what is measured
 * @param quick whether fewer cases are
 * @param rounds in which each form of a case takes its turn
 * @param forkSeconds how long one JVM measures, its start excepted
 * @param seed of all that is drawn by lot
 */
public record SeedPlan(
    List<Experiment> experiments, boolean quick, int rounds, double forkSeconds, long seed) {

  /** Three rounds are the fewest that give an interval. */
  private static final int QUICK_ROUNDS = 3;

  private static final int USUAL_ROUNDS = 5;
  private static final double QUICK_SECONDS = 0.8;
  private static final double USUAL_SECONDS = 2;

  /** Copies the list. */
  public SeedPlan {
    experiments = List.copyOf(experiments);
  }

  /** All experiments, a few minutes if {@code quick}. */
  public static SeedPlan of(boolean quick, long seed) {
    return new SeedPlan(
        List.of(Experiment.values()),
        quick,
        quick ? QUICK_ROUNDS : USUAL_ROUNDS,
        quick ? QUICK_SECONDS : USUAL_SECONDS,
        seed);
  }

  /** The same with other experiments. */
  public SeedPlan only(List<Experiment> others) {
    return new SeedPlan(others, quick, rounds, forkSeconds, seed);
  }

  /** The same with other times. */
  public SeedPlan within(double otherForkSeconds) {
    return new SeedPlan(experiments, quick, rounds, otherForkSeconds, seed);
  }
}
