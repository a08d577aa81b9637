package io.mapscope.profile;

/** Range checks of record components; each names the component and the value it refuses. */
final class Require {

  private Require() {}

  /** {@code value}, or {@link MapFacts#UNKNOWN} for any negative one. */
  static long orUnknown(long value) {
    return Math.max(value, MapFacts.UNKNOWN);
  }

  static long nonNegative(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
    return value;
  }

  static double finite(double value, String name) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number, but is " + value);
    }
    return value;
  }

  static double nonNegative(double value, String name) {
    if (!(finite(value, name) >= 0)) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
    return value;
  }

  static double ratio(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie between 0 and 1, but is " + value);
    }
    return value;
  }
}
