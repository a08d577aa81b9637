package io.mapscope.benchmarks;

import java.util.List;

/**
 * Between which figures the true median lies with at least 95 % confidence, whatever the figures'
 * distribution: by the binomial distribution of how many of them fall below it (order statistics;
 * David and Nagaraja, Order Statistics, 2003, 7.1). Fewer than six figures give no such interval;
 * then it is their whole range, and {@code sure} is false.
 *
 * @param sure whether the confidence is reached
 */
record MedianInterval(double low, double high, boolean sure) {
  private static final double EACH_SIDE = 0.025;

  /** Of the figures of a series, of which there is at least one. */
  static MedianInterval of(Series series) {
    final List<Double> sorted = series.rounds().stream().sorted().toList();
    final int rank = rank(sorted.size());
    final int lowest = Math.max(0, rank - 1);
    return new MedianInterval(sorted.get(lowest), sorted.get(sorted.size() - 1 - lowest), rank > 0);
  }

  /** The rank of the lower end among the sorted figures, from 1; 0 when they are too few. */
  private static int rank(int figures) {
    double probability = Math.pow(0.5, figures);
    double sum = 0;
    int below = 0;
    while (sum + probability <= EACH_SIDE) {
      sum += probability;
      probability = probability * (figures - below) / (below + 1);
      below++;
    }
    return below;
  }
}
