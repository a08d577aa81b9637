package io.mapscope.runtime.options;

import org.jspecify.annotations.Nullable;

/** How much heap something may take: a size, or a share of the heap's own limit. */
public final class MemoryLimit {
  /** Room for 50,000 maps in a heap of 256 MB. */
  static final String DEFAULT = "10%";

  private static final long KILO = 1L << 10;
  private static final int MOST_DIGITS = 9;
  private static final double MOST_RATIO = 0.5;

  private MemoryLimit() {}

  /** What is wrong with {@code value} and what would be right, or null. */
  static @Nullable String problem(String value) {
    double ratio = Percent.ratio(value);
    return size(value) >= KILO * KILO || (ratio > 0 && ratio <= MOST_RATIO)
        ? null
        : "max.memory='"
            + value
            + "': expected a size of at least 1m, such as 64m or 1g, or a share of the maximum heap"
            + " above 0 % and up to 50 %, such as 10%";
  }

  /** In a heap that may grow to {@code heapBytes}; of a value without a problem. */
  public static long bytes(String value, long heapBytes) {
    double ratio = Percent.ratio(value);
    return Double.isNaN(ratio) ? size(value) : (long) (ratio * heapBytes);
  }

  /** Bytes, or -1 for what is no size. */
  private static long size(String value) {
    int digits = value.length() - 1;
    if (digits < 1 || digits > MOST_DIGITS) {
      return -1;
    }
    long amount = 0;
    for (int i = 0; i < digits; i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      amount = 10 * amount + digit;
    }
    return switch (value.charAt(digits)) {
      case 'k', 'K' -> amount * KILO;
      case 'm', 'M' -> amount * KILO * KILO;
      case 'g', 'G' -> amount * KILO * KILO * KILO;
      default -> -1;
    };
  }
}
