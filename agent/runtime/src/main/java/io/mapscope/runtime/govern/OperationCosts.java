package io.mapscope.runtime.govern;

/**
 * What it costs to record one operation, by kind, in nanoseconds of CPU; measured again and again,
 * because code gets compiled, and caches and processors change hands under load.
 *
 * <p>Of the passes of one measurement the fastest counts: all that disturbs a pass makes it slower.
 * Measurements then count with the weight {@value #WEIGHT}, but one that is faster at once, because
 * the first ones meet code that is not compiled yet. One that is far slower counts as twice what
 * was known: where a machine stands still for a moment all passes are slow, and the costs of a cold
 * application would seem to be beyond its budget until the next measurement.
 */
public final class OperationCosts {
  private static final double WEIGHT = 0.3;

  private static final double MOST_TIMES = 2;

  /** Nothing is free, whatever a clock of limited resolution says. */
  private static final double LEAST_NANOS = 0.3;

  private double readNanos = Double.NaN;
  private double writeNanos = Double.NaN;
  private double otherNanos = Double.NaN;

  /** Takes in one measurement, in nanoseconds per operation beyond a loop that records nothing. */
  public synchronized void measured(double read, double write, double other) {
    readNanos = mixed(readNanos, read);
    writeNanos = mixed(writeNanos, write);
    otherNanos = mixed(otherNanos, other);
  }

  private static double mixed(double before, double now) {
    double sane = Math.max(LEAST_NANOS, now);
    return Double.isNaN(before) || sane < before
        ? sane
        : before + WEIGHT * (Math.min(sane, MOST_TIMES * before) - before);
  }

  /** Whether there was a measurement yet. */
  public synchronized boolean isKnown() {
    return !Double.isNaN(readNanos);
  }

  /** What so many recorded operations cost; 0 before the first measurement. */
  public synchronized double nanos(double reads, double writes, double others) {
    return isKnown() ? reads * readNanos + writes * writeNanos + others * otherNanos : 0;
  }
}
