package io.mapscope.runtime.options;

/** A number with a percent sign, as options have it. */
final class Percent {
  private static final int MOST_WHOLE_DIGITS = 3;
  private static final int MOST_DECIMALS = 6;
  private static final double WHOLE = 100;

  private Percent() {}

  /**
   * The share that {@code value} says, 0.01 is {@code 1%}; NaN for what is no such number. Not by a
   * regular expression: those cost 4 ms before {@code main}.
   */
  static double ratio(String value) {
    int end = value.length() - 1;
    if (end < 1 || value.charAt(end) != '%') {
      return Double.NaN;
    }
    int point = value.indexOf('.');
    int wholeEnd = point < 0 ? end : point;
    boolean whole = areDigits(value, 0, wholeEnd, MOST_WHOLE_DIGITS);
    boolean decimals = point < 0 || areDigits(value, point + 1, end, MOST_DECIMALS);
    return whole && decimals ? Double.parseDouble(value.substring(0, end)) / WHOLE : Double.NaN;
  }

  private static boolean areDigits(String value, int begin, int end, int most) {
    for (int i = begin; i < end; i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return end > begin && end - begin <= most;
  }
}
