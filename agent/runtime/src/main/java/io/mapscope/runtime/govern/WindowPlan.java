package io.mapscope.runtime.govern;

import java.util.random.RandomGenerator;

/**
 * When the gate opens and for how long: twenty windows a second, of lengths and at distances that
 * vary so much that no program can be in step with them. A regular plan, even one with some jitter,
 * meets a periodic load at nearly the same phase many times running, and what was missed then looks
 * like certainty.
 *
 * <p>Many short windows say more than few long ones about the same number of operations. But the
 * thread that opens them takes a processor from the application to do so: where they would be
 * shorter than {@value #LEAST_MEAN_WINDOW_NANOS} ns on average, that would be a part of what they
 * show, and they get rarer instead.
 */
public final class WindowPlan {
  private static final double MEAN_PERIOD_NANOS = 50e6;
  private static final double LEAST_PERIOD = 0.1;
  private static final double MOST_PERIOD = 1.9;
  private static final double LEAST_MEAN_WINDOW_NANOS = 2e6;

  private final RandomGenerator random;

  /**
   * One window and the time after it.
   *
   * @param openNanos how long the gate is open
   * @param closedNanos how long it is closed then
   */
  public record Window(long openNanos, long closedNanos) {}

  public WindowPlan(RandomGenerator random) {
    this.random = random;
  }

  /** The next window, when the gate is to be open for the share {@code duty} of the time. */
  public Window next(double duty) {
    double mean = Math.max(MEAN_PERIOD_NANOS, LEAST_MEAN_WINDOW_NANOS / duty);
    double period = mean * random.nextDouble(LEAST_PERIOD, MOST_PERIOD);
    double open = duty * period;
    return new Window(Math.round(open), Math.round(period - open));
  }
}
