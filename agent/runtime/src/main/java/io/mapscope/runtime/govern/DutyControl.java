package io.mapscope.runtime.govern;

/**
 * Which share of the time the gate may be open, so that the agent's cost stays within its budget: 1
 * when recording everything is within it, which is so for most applications.
 *
 * <p>What the agent takes besides counting (its threads, stacks) is spent already; at least half of
 * the budget is left for counting, because without counts the rest would be for nothing. From
 * complete counting to windows and back it takes several readings that agree, and more room to go
 * back than to stay: a load that swings around the edge must not throw away exact counts for
 * nothing.
 */
public final class DutyControl {
  /** Below, a few milliseconds a second, there would be hardly anything to extrapolate. */
  public static final double LEAST_DUTY = 0.005;

  /** Above, closing the gate at all saves less than it spoils. */
  private static final double MOST_DUTY = 0.9;

  /** Room left for what is measured imperfectly. */
  private static final double PRUDENCE = 0.8;

  private static final double LEAST_SHARE_FOR_COUNTING = 0.5;
  private static final double ROOM_TO_GO_BACK = 1.5;
  private static final int READINGS_TO_BEGIN = 2;
  private static final int READINGS_TO_GO_BACK = 5;

  /** A process that does nothing is not measured against itself: a twentieth of a processor. */
  private static final double LEAST_PROCESS = 0.05;

  private double duty = 1;
  private int agreeing;

  /**
   * The share for the time to come, from {@link #LEAST_DUTY} to 1.
   *
   * @param budget share of the process's CPU time, 0.01 is one percent; infinite counts everything
   */
  public double next(double budget, CostRates rates) {
    if (Double.isInfinite(budget)) {
      agreeing = 0;
      return duty = 1;
    }
    double allowed = allowedForCounting(budget, rates);
    double possible = rates.complete() <= 0 ? Double.POSITIVE_INFINITY : allowed / rates.complete();
    boolean complete = duty == 1;
    boolean otherwise = complete ? possible < 1 : possible >= ROOM_TO_GO_BACK;
    agreeing = otherwise ? agreeing + 1 : 0;
    if (complete ? agreeing >= READINGS_TO_BEGIN : agreeing < READINGS_TO_GO_BACK) {
      duty = Math.max(LEAST_DUTY, Math.min(MOST_DUTY, PRUDENCE * possible));
    } else {
      duty = 1;
    }
    if (complete != (duty == 1)) {
      agreeing = 0;
    }
    return duty;
  }

  /** Processors that counting may keep busy. */
  private static double allowedForCounting(double budget, CostRates rates) {
    double all = budget * Math.max(LEAST_PROCESS, rates.process());
    return Math.max(LEAST_SHARE_FOR_COUNTING * all, all - rates.besides());
  }
}
