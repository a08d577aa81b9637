package io.mapscope.benchmarks;

import java.util.Collections;
import java.util.List;

/**
 * One quantity of a {@link Soak} over the run, slice by slice.
 *
 * @param grewBy how much more it grew with the agent than without, in its unit
 * @param mayGrowBy more than that is a leak
 */
record SoakLine(
    String quantity, Series without, Series with, double grewBy, double mayGrowBy, boolean flat) {
  private static final int THIRD = 3;

  /**
   * Judges one quantity, figures slice by slice.
   *
   * @param absolute so much it may grow, in its unit,
   * @param relative and such a share of what it was at first without the agent
   */
  static SoakLine of(
      String quantity, List<Double> without, List<Double> with, double absolute, double relative) {
    final double mayGrowBy = absolute + relative * median(firstThird(without));
    final double grewBy = growth(with) - growth(without);
    return new SoakLine(
        quantity, Series.of(without), Series.of(with), grewBy, mayGrowBy, grewBy <= mayGrowBy);
  }

  /**
   * Judges one quantity that differs from slice to slice whether it grows or not, as a throughput
   * on a busy machine does: it has grown only if, besides, each figure of the last third is above
   * all of the first. By chance alone that happens once in twenty times with nine slices, once in
   * seventy with twelve.
   */
  static SoakLine ofNoisy(
      String quantity, List<Double> without, List<Double> with, double absolute) {
    final SoakLine line = of(quantity, without, with, absolute, 0);
    final boolean apart = Collections.min(lastThird(with)) > Collections.max(firstThird(with));
    return new SoakLine(
        quantity, line.without, line.with, line.grewBy, line.mayGrowBy, line.flat || !apart);
  }

  private static double growth(List<Double> figures) {
    return median(lastThird(figures)) - median(firstThird(figures));
  }

  private static double median(List<Double> figures) {
    return Series.of(figures).median();
  }

  private static List<Double> firstThird(List<Double> figures) {
    return figures.subList(0, Math.max(1, figures.size() / THIRD));
  }

  private static List<Double> lastThird(List<Double> figures) {
    return figures.subList(figures.size() - Math.max(1, figures.size() / THIRD), figures.size());
  }
}
