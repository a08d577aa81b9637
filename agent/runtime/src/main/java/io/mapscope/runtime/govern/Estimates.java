package io.mapscope.runtime.govern;

import org.jspecify.annotations.Nullable;

/**
 * What several counters, read at the ends of blocks of time, say about all that happened: sums in
 * which a block counts as many times as it is longer than the time for which it was recorded, each
 * with the half-width of its 95 % interval.
 *
 * <p>A block is recorded from its beginning for a part of its length, and its end is random: so
 * each block stands for itself, and a load that changes in the course of time is followed. How much
 * it varies is told by the differences from window to window, each of which happened in the block
 * between: they need no constant load, a drift only widens the interval. The interval is never
 * narrower than the chance of single events allows, nor than that of one event more than was seen,
 * so a counter that stayed at 0 has one too. With few differences that matter (a load that comes in
 * bursts) the quantile is that of Student's distribution with as many degrees of freedom as there
 * are such differences.
 *
 * <p>What nobody can tell from counts alone is how much recording itself slows down: threads that
 * only use maps do less in a window than between two, those that wait for requests do the same.
 * Both are within the interval, and the estimate is in the middle between them ({@link
 * Block#disturbance}). Where threads queue for a lock it may be far more: {@link Queueing} says how
 * much of what went {@link #unseen} that makes the interval wider.
 */
public final class Estimates {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NORMAL_QUANTILE = 1.959964;

  /** Below, Student's quantile grows without end; three differences are the least that is asked. */
  private static final double LEAST_FREEDOM = 3;

  private final long[] counted;
  private final double[] sums;

  /** Sums of the squares of differences from block to block, and of the squares of these. */
  private final double[] squares;

  private final double[] fourths;

  /** Variances by the chance of single events alone. */
  private final double[] chances;

  /** Half of what recording itself may have kept from happening: an estimate is in the middle. */
  private final double[] disturbed;

  /** What has happened unrecorded, if it was as much as in the windows. */
  private final double[] unseen;

  /** Rates in the block before, per second. */
  private final double[] rates;

  private @Nullable Block before;

  /** The largest number of times that a block had to count. */
  private double mostWeight;

  /** Begins with counters at {@code exact}, which is the truth so far. */
  public Estimates(long[] exact) {
    counted = exact.clone();
    sums = new double[exact.length];
    squares = new double[exact.length];
    fourths = new double[exact.length];
    chances = new double[exact.length];
    disturbed = new double[exact.length];
    unseen = new double[exact.length];
    rates = new double[exact.length];
    for (int i = 0; i < exact.length; i++) {
      sums[i] = exact[i];
    }
  }

  private Estimates(Estimates other) {
    counted = other.counted.clone();
    sums = other.sums.clone();
    squares = other.squares.clone();
    fourths = other.fourths.clone();
    chances = other.chances.clone();
    disturbed = other.disturbed.clone();
    unseen = other.unseen.clone();
    rates = other.rates.clone();
    before = other.before;
    mostWeight = other.mostWeight;
  }

  /** The same, to be continued independently. */
  public Estimates copy() {
    return new Estimates(this);
  }

  /**
   * A block has ended.
   *
   * @param counters as they stand now
   * @param block how long it was, and for how long of that they were counting
   */
  public void add(long[] counters, Block block) {
    double weight = block.weight();
    mostWeight = weight > 1 ? Math.max(mostWeight, weight) : mostWeight;
    for (int i = 0; i < counted.length; i++) {
      double count = Math.max(0, counters[i] - counted[i]);
      counted[i] = counters[i];
      sums[i] += count * weight;
      double rate = count / (block.seenNanos() / NANOS_PER_SECOND);
      spread(i, rate - rates[i], block);
      chances[i] += count * weight * (weight - 1);
      double missed = count * (weight - 1);
      unseen[i] += missed;
      double half = missed * block.disturbance() / 2;
      sums[i] += half;
      disturbed[i] += half;
      rates[i] = rate;
    }
    before = block;
  }

  /**
   * What a change by {@code difference} since the window before means for the block between, or for
   * one as long as {@code now}: where windows are far apart they may have met the same phase.
   */
  private void spread(int i, double difference, Block now) {
    Block between = before;
    if (between != null && !between.isComplete()) {
      double nanos = Math.max(between.allNanos(), now.allNanos());
      double events = difference * nanos / NANOS_PER_SECOND;
      double square = events * events / 2 * (1 - 1 / between.weight());
      squares[i] += square;
      fourths[i] += square * square;
    }
  }

  /** The estimate of counter {@code i}. */
  public long estimate(int i) {
    return Math.round(sums[i]);
  }

  /** What of the estimate of counter {@code i} has happened between windows. */
  public double unseen(int i) {
    return unseen[i];
  }

  /** Half the width of the 95 % interval around it; 0 when every block was complete. */
  public long error(int i) {
    if (mostWeight == 0) {
      return 0;
    }
    double freedom = fourths[i] <= 0 ? LEAST_FREEDOM : squares[i] * squares[i] / fourths[i];
    double variance = Math.max(squares[i], chances[i]) + mostWeight * mostWeight;
    double chance = student(Math.max(LEAST_FREEDOM, freedom)) * Math.sqrt(variance);
    return (long) Math.ceil(chance + disturbed[i]);
  }

  /** The 97.5 % quantile of Student's distribution, by the expansion of Cornish and Fisher. */
  static double student(double freedom) {
    double z = NORMAL_QUANTILE;
    double z3 = z * z * z;
    double z5 = z3 * z * z;
    double z7 = z5 * z * z;
    return z
        + (z3 + z) / (4 * freedom)
        + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom * freedom * freedom);
  }
}
