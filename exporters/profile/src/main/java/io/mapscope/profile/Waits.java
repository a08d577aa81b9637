package io.mapscope.profile;

/**
 * How often threads had to wait and for how long.
 *
 * @param count waits
 * @param nanos blocked time of all threads together
 */
public record Waits(long count, long nanos) {

  /** Checks that both are at least 0. */
  public Waits {
    Require.nonNegative(count, "contention.count");
    Require.nonNegative(nanos, "contention.nanos");
  }
}
