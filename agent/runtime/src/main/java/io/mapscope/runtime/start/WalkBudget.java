package io.mapscope.runtime.start;

import io.mapscope.profile.MapFacts;
import java.util.MapscopeSettings;
import java.util.concurrent.TimeUnit;

/**
 * How many looks at stacks the application's threads may take to learn where newborn maps are made:
 * as many as take a two-hundredth of the CPU time that the process uses, by what the last ones took
 * here.
 *
 * <p>What a walk takes depends on the application, on its stacks and on what is in the caches: 3 us
 * in a loop that does nothing else, 9 us in the demo shop under load. A process that uses hardly
 * any CPU may spend a four-hundredth of one core.
 *
 * <p>Used by the collector's thread alone.
 */
final class WalkBudget {
  static final double CPU_RATIO = 1.0 / 200;
  static final double LEAST_RATIO = 1.0 / 400;

  static final long FIRST_NANOS = TimeUnit.MINUTES.toNanos(1);
  static final int FIRST_WALKS_PER_SECOND = 6_000;

  /** Walks saved up for a burst, such as the start, when the long-lived maps are made. */
  static final int MOST_WALKS = 20_000;

  /** Fewer walks than these say nothing about what one takes. */
  static final int LEAST_SAMPLE = 32;

  private static final long FIRST_GUESS_NANOS = TimeUnit.MICROSECONDS.toNanos(10);

  private static final double NANOS_PER_SECOND = 1e9;

  private final long beginNanos;
  private long thenNanos;
  private long heardNanos;
  private long heardCpuNanos = MapFacts.UNKNOWN;

  /** CPU time that the process used in a second of late; 0 while that is unknown. */
  private double cores;

  private int thenWalked;
  private long thenWalkedNanos;
  private double walkNanos = FIRST_GUESS_NANOS;
  private double credit;

  WalkBudget(long beginNanos) {
    this.beginNanos = beginNanos;
    thenNanos = beginNanos;
  }

  /**
   * Hears what the process uses; about every second, because the kernel adds up all threads for the
   * answer (2.6 ms with 10,000, docs/scaling.md).
   *
   * @param cpuNanos CPU time of the process so far; {@link MapFacts#UNKNOWN} when it cannot be had
   */
  void heard(long nowNanos, long cpuNanos) {
    boolean known = heardCpuNanos != MapFacts.UNKNOWN && cpuNanos != MapFacts.UNKNOWN;
    cores =
        known && nowNanos > heardNanos
            ? (double) (cpuNanos - heardCpuNanos) / (nowNanos - heardNanos)
            : 0;
    heardNanos = nowNanos;
    heardCpuNanos = cpuNanos;
  }

  /** Lets the application walk as often as may be since the last time. */
  void refill(long nowNanos) {
    int more = grant(nowNanos, MapscopeSettings.walked, MapscopeSettings.walkedNanos);
    MapscopeSettings.walks = Math.min(MOST_WALKS, MapscopeSettings.walks + more);
  }

  /** Walks that may be taken for the time since the last grant. */
  int grant(long nowNanos, int walked, long walkedNanos) {
    if (walked - thenWalked >= LEAST_SAMPLE) {
      walkNanos = Math.max(1, (double) (walkedNanos - thenWalkedNanos) / (walked - thenWalked));
      thenWalked = walked;
      thenWalkedNanos = walkedNanos;
    }
    double walks = Math.max(LEAST_RATIO, CPU_RATIO * cores) * (nowNanos - thenNanos) / walkNanos;
    if (nowNanos - beginNanos <= FIRST_NANOS) {
      walks = Math.max(walks, FIRST_WALKS_PER_SECOND * (nowNanos - thenNanos) / NANOS_PER_SECOND);
    }
    thenNanos = nowNanos;
    credit = Math.min(MOST_WALKS, credit + walks);
    int granted = (int) credit;
    credit -= granted;
    return granted;
  }
}
