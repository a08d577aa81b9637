package io.mapscope.runtime.govern;

/**
 * A stretch of time between two readings of the counters.
 *
 * @param openNanos for how long of it operations were recorded
 * @param allNanos how long it was
 * @param disturbance by how much more may happen while nothing is recorded: 0.1 is a tenth
 */
public record Block(long openNanos, long allNanos, double disturbance) {
  /** A load that is the same whether it is recorded or not. */
  public Block(long openNanos, long allNanos) {
    this(openNanos, allNanos, 0);
  }

  /** The part that was recorded, or all of it when nothing was to be; more than 0. */
  long seenNanos() {
    return Math.max(1, weight() == 1 ? allNanos : openNanos);
  }

  /** Whether everything was recorded. */
  public boolean isComplete() {
    return openNanos >= allNanos;
  }

  /**
   * How many times what was recorded has to be counted; 1 also when nothing was: what is found
   * there all the same was on its way when the block began.
   */
  public double weight() {
    return isComplete() || openNanos <= 0 ? 1 : (double) allNanos / openNanos;
  }
}
