package io.mapscope.prove.measure;

import java.util.function.DoubleSupplier;

/**
 * How near to each other the processors are, as {@link Handover} tells it: what is measured to be
 * compared is measured again when they were moved meanwhile. Confined to one thread.
 */
public final class Placement {

  /** What differs by less is taken for the same; the two kinds that were seen differ by five. */
  private static final double SAME_RATIO = 2;

  private static final int MOST_TRIES = 4;

  private final DoubleSupplier handover;
  private double nanos = Double.NaN;
  private int strays;

  /** Something that takes seconds and has a result. */
  @FunctionalInterface
  public interface Measured<T, E extends Exception> {
    T run() throws E;
  }

  /** As it is from now on. */
  public Placement() {
    this(Handover::nanos);
  }

  /**
   * @param handover nanoseconds there and back at the moment, NaN when nothing is handed over
   */
  Placement(DoubleSupplier handover) {
    this.handover = handover;
  }

  /**
   * The result of {@code measured}, at whose begin and end processors were as near as with the
   * first result that this gave. After four tries the last result is taken, and counted in {@link
   * #strays}.
   */
  public <T, E extends Exception> T hold(Measured<T, E> measured) throws E {
    for (int tries = 1; ; tries++) {
      double before = handover.getAsDouble();
      T result = measured.run();
      double after = handover.getAsDouble();
      double wanted = Double.isNaN(nanos) ? before : nanos;
      boolean held = isSame(before, wanted) && isSame(after, wanted);
      if (held || tries == MOST_TRIES) {
        nanos = wanted;
        strays += held ? 0 : 1;
        return result;
      }
    }
  }

  private static boolean isSame(double one, double other) {
    return Double.isNaN(one) || Math.max(one, other) < SAME_RATIO * Math.min(one, other);
  }

  /** Nanoseconds there and back when it began to hold, NaN before or on one processor. */
  public double nanos() {
    return nanos;
  }

  /** Results that were taken although the processors had been moved. */
  public int strays() {
    return strays;
  }
}
