package io.mapscope.runtime.options;

import org.jspecify.annotations.Nullable;

/** The values that the budget may have, at the start and later. */
public final class Budget {
  /** Every operation is counted. */
  public static final String OFF = "off";

  /** Most applications are counted completely with it. */
  static final String DEFAULT = "1%";

  private Budget() {}

  /** What is wrong with {@code value} and what would be right, or null. */
  public static @Nullable String problem(String value) {
    double ratio = Percent.ratio(value);
    return value.equals(OFF) || (ratio > 0 && ratio <= 1)
        ? null
        : "budget='"
            + value
            + "': expected off, which counts every operation, or a share of the CPU time above 0 %,"
            + " such as 1% or 0.5%";
  }

  /** The share of the process's CPU time, 0.01 is one percent; infinite for {@link #OFF}. */
  public static double ratio(String value) {
    return value.equals(OFF) ? Double.POSITIVE_INFINITY : Percent.ratio(value);
  }
}
