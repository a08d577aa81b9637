package io.mapscope.profile;

import java.util.List;

/**
 * How large the largest map of a site was in the course of its life, in periods of equal length;
 * when there are {@value #MOST_PERIODS} of them, neighbours are merged and a period is twice as
 * long.
 *
 * @param periodSeconds length of a period
 * @param largestEntries entries of the largest live map at the end of each full period, the oldest
 *     first
 */
public record History(double periodSeconds, List<Long> largestEntries) {

  /** Periods that are kept at most; then there are half as many. */
  public static final int MOST_PERIODS = 32;

  /** Checks ranges and copies the list. */
  public History {
    Require.nonNegative(periodSeconds, "history.periodSeconds");
    largestEntries = List.copyOf(largestEntries);
    for (long entries : largestEntries) {
      Require.nonNegative(entries, "history.largestEntries");
    }
  }
}
