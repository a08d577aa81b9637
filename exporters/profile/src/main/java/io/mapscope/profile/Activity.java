package io.mapscope.profile;

import java.util.List;

/**
 * How much was done to the maps of a site, and how long threads waited for them, in the course of
 * time: sums so far at a few moments, so that differences are what happened in between.
 *
 * <p>When there are more than {@value #MOST_MOMENTS}, every other one is dropped.
 *
 * @param seconds when, counted from the moment the site was first tracked; rising, the last is that
 *     of the report
 * @param operations all operations by then
 * @param blockedNanos blocked time of all threads by then; empty when nobody ever waited
 */
public record Activity(List<Double> seconds, List<Long> operations, List<Long> blockedNanos) {

  /** Moments that are kept at most. */
  public static final int MOST_MOMENTS = 24;

  /** Checks ranges and lengths, and copies the lists. */
  public Activity {
    seconds = List.copyOf(seconds);
    operations = List.copyOf(operations);
    blockedNanos = List.copyOf(blockedNanos);
    seconds.forEach(moment -> Require.nonNegative(moment, "activity.seconds"));
    operations.forEach(count -> Require.nonNegative(count, "activity.operations"));
    blockedNanos.forEach(nanos -> Require.nonNegative(nanos, "activity.blockedNanos"));
    if (operations.size() != seconds.size()
        || (!blockedNanos.isEmpty() && blockedNanos.size() != seconds.size())) {
      throw new IllegalArgumentException(
          "activity must have as many figures as moments, but has "
              + seconds.size()
              + ", "
              + operations.size()
              + " and "
              + blockedNanos.size());
    }
  }
}
