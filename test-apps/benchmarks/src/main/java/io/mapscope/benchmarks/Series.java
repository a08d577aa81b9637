package io.mapscope.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The figures of one quantity, one per round in the order of the rounds, and their middle and
 * spread.
 */
record Series(double median, double min, double max, List<Double> rounds) {
  private static final double DECIMALS = 1_000;

  /** Of at least one figure; figures are rounded to three decimals. */
  static Series of(List<Double> figures) {
    final List<Double> rounded = figures.stream().map(Series::rounded).toList();
    final List<Double> sorted = new ArrayList<>(rounded);
    Collections.sort(sorted);
    final int last = sorted.size() - 1;
    final double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
    return new Series(rounded(median), sorted.get(0), sorted.get(last), rounded);
  }

  /** The figures of each round less those of {@code base} in the same round. */
  Series minus(Series base) {
    final List<Double> differences = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      differences.add(rounds.get(i) - base.rounds.get(i));
    }
    return of(differences);
  }

  /** The figures of each round divided by those of {@code base} in the same round. */
  Series over(Series base) {
    final List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      ratios.add(rounds.get(i) / base.rounds.get(i));
    }
    return of(ratios);
  }

  private static double rounded(double figure) {
    return Math.round(figure * DECIMALS) / DECIMALS;
  }
}
