package io.mapscope.runtime.govern;

/**
 * The course of the process's CPU time and of the agent's part in it: rates that forget, for
 * decisions, and sums, for the account. Nanoseconds of CPU per nanosecond of wall clock; the
 * process's rate is the number of processors it keeps busy.
 */
public final class CostRates {
  /** Rates forget to a third within so long. */
  private static final double MEMORY_NANOS = 4e9;

  /**
   * An operation among other work takes so many times as long to record as one in the loop that
   * measures it, because code and accounts are not at hand: by the CPU time of processes with the
   * gate open and nearly shut in turn 1.2 to 2.4 times in order entry, 2.5 to 4.8 in the demo shop
   * (docs/overhead.md, What counting costs). In a loop that does nothing but use maps it is too
   * much.
   */
  static final double AMONG_OTHER_WORK = 2.5;

  /** The cost of an operation is measured on other maps than the application's: it may be more. */
  private static final double DOUBT = 1.5;

  private static final double MOST_DISTURBED = 0.75;

  private double process = Double.NaN;
  private double complete;
  private double besides;
  private double processSum;
  private double besidesSum;

  /**
   * Takes in what happened in an interval, all in nanoseconds.
   *
   * @param wall its length
   * @param processCpu CPU time of the whole process
   * @param all what recording all operations, those missed included, would have taken in the loop
   *     that measures it
   * @param besidesCpu what else the agent took: its threads, stacks, births of maps, rare facts
   */
  public void add(double wall, double processCpu, double all, double besidesCpu) {
    if (wall <= 0) {
      return;
    }
    double kept = Double.isNaN(process) ? 0 : Math.exp(-wall / MEMORY_NANOS);
    process = kept * (Double.isNaN(process) ? 0 : process) + (1 - kept) * processCpu / wall;
    complete = kept * complete + (1 - kept) * all / wall;
    besides = kept * besides + (1 - kept) * besidesCpu / wall;
    processSum += processCpu;
    besidesSum += besidesCpu;
  }

  /** Processors that the process keeps busy; 0 before the first interval. */
  public double process() {
    return Double.isNaN(process) ? 0 : process;
  }

  /** Processors that recording every operation keeps busy, or would, among other work. */
  public double complete() {
    return AMONG_OTHER_WORK * complete;
  }

  /** Processors that the agent keeps busy besides counting. */
  public double besides() {
    return besides;
  }

  /**
   * By how much more may happen while nothing is recorded, by threads that spend what recording
   * would take on more of the same: four times as much at most.
   */
  public double disturbance() {
    double part = process() <= 0 ? 0 : Math.min(MOST_DISTURBED, DOUBT * complete / process());
    return part / (1 - part);
  }

  /**
   * The agent's part of the process's CPU time since the start, 0.01 is one percent, at most 1; NaN
   * before.
   *
   * @param recorded what all operations recorded so far would have cost in the measuring loop
   */
  public double overheadRatio(double recorded) {
    return processSum <= 0
        ? Double.NaN
        : Math.min(1, (AMONG_OTHER_WORK * recorded + besidesSum) / processSum);
  }
}
