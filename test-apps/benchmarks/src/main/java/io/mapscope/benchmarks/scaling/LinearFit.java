package io.mapscope.benchmarks.scaling;

import java.util.List;
import java.util.Locale;

/**
 * The straight line through measured points by least squares, how well it fits, and by which power
 * the last two sizes grow: 1 is linear, 2 is quadratic.
 *
 * <p>Sizes lie decades apart, so the line is that of the largest ones; the power tells what it
 * hides.
 *
 * @param perUnit slope
 * @param fixed value at size 0
 * @param explained share of the variance that the line explains (R squared), from 0 to 1
 * @param lastPower growth from the last size that is at most half the largest, up to that one; NaN
 *     where a value is not positive
 */
record LinearFit(double perUnit, double fixed, double explained, double lastPower) {

  /** Of as many values as sizes, of which two at least differ; in ascending order of size. */
  static LinearFit of(List<Double> sizes, List<Double> values) {
    final int points = sizes.size();
    if (points != values.size() || sizes.stream().distinct().count() < 2) {
      throw new IllegalArgumentException("no line through " + sizes + " and " + values);
    }
    final double middleSize = mean(sizes);
    final double middleValue = mean(values);
    double spread = 0;
    double together = 0;
    double variance = 0;
    for (int i = 0; i < points; i++) {
      final double size = sizes.get(i) - middleSize;
      final double value = values.get(i) - middleValue;
      spread += size * size;
      together += size * value;
      variance += value * value;
    }
    final double perUnit = together / spread;
    final double explained = variance == 0 ? 1 : together * together / (spread * variance);
    return new LinearFit(
        perUnit, middleValue - perUnit * middleSize, explained, lastPower(sizes, values));
  }

  private static double mean(List<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double lastPower(List<Double> sizes, List<Double> values) {
    final int last = sizes.size() - 1;
    int before = last - 1;
    while (before > 0 && 2 * sizes.get(before) > sizes.get(last)) {
      before--;
    }
    return Math.log(values.get(last) / values.get(before))
        / Math.log(sizes.get(last) / sizes.get(before));
  }

  /** For a reader. */
  String inWords(String unit) {
    return String.format(
        Locale.ROOT,
        "%s + %s x %s, R2 = %.4f; at the end it grows by the power %.2f",
        significant(fixed),
        significant(perUnit),
        unit,
        explained,
        lastPower);
  }

  private static String significant(double number) {
    return Math.abs(number) >= 1_000
        ? String.format(Locale.ROOT, "%,.0f", number)
        : String.format(Locale.ROOT, "%.3g", number);
  }
}
