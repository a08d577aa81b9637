package io.mapscope.prove.measure;

/**
 * How long and how often is measured.
 *
 * @param seconds for one map, everything included
 * @param rounds in which each form takes its turn
 * @param mostCandidates forms of a map held against the recorded one, at most
 * @param mostSerialCandidates ways to serialize held against the recorded one, at most
 * @param seed of all that is drawn by lot
 */
public record Plan(
    double seconds, int rounds, int mostCandidates, int mostSerialCandidates, long seed) {

  /** What {@code --quick} takes: with the start of the program under a minute. */
  public static final double QUICK_SECONDS = 45;

  /** What it takes without. */
  public static final double USUAL_SECONDS = 240;

  /** Two give an interval too wide to tell anything, and JMH's statistics give none. */
  static final int LEAST_ROUNDS = 3;

  private static final double LEAST_FORK_SECONDS = 0.2;

  /** Few rounds and the candidates that fit best. */
  public static Plan quick(long seed) {
    return new Plan(QUICK_SECONDS, 3, 3, 3, seed);
  }

  /** Rounds enough for narrow intervals, and a wider choice. */
  public static Plan usual(long seed) {
    return new Plan(USUAL_SECONDS, 5, 6, 7, seed);
  }

  /** The same within another time. */
  public Plan within(double otherSeconds) {
    return new Plan(otherSeconds, rounds, mostCandidates, mostSerialCandidates, seed);
  }

  /**
   * How long one of the {@code left} forks may measure.
   *
   * @param spentSeconds since the beginning
   * @param startSeconds what a fork takes besides measuring
   */
  double forkSeconds(double spentSeconds, int left, double startSeconds) {
    double each = (seconds - spentSeconds) / left - startSeconds;
    return Math.max(LEAST_FORK_SECONDS, each);
  }
}
