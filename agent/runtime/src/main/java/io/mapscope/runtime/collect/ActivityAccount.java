package io.mapscope.runtime.collect;

import io.mapscope.profile.Activity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a site at a few moments, from its birth to the latest snapshot; when there are more than
 * {@value Activity#MOST_MOMENTS}, every other one is dropped and they stand twice as far apart from
 * then on. Written with every snapshot, under the ledger's monitor; half a kilobyte at most.
 */
final class ActivityAccount {
  private static final long FIRST_SPACING_NANOS = 1_000_000_000L;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_SECOND = 1e3;

  /** Time since birth, operations and blocked nanoseconds of each moment, one after another. */
  private static final int FIGURES = 3;

  private final long bornNanos;
  private long[] figures = new long[2 * FIGURES];
  private int moments = 1; // that of the birth, all zeros
  private long spacingNanos = FIRST_SPACING_NANOS;

  ActivityAccount(long bornNanos) {
    this.bornNanos = bornNanos;
  }

  /**
   * Takes the sums so far; the latest moment moves on until it is far enough from the one before.
   */
  void note(long nowNanos, long operations, long blockedNanos) {
    long at = Math.max(0, nowNanos - bornNanos);
    if (moments < 2 || at(moments - 1, 0) - at(moments - 2, 0) >= spacingNanos) {
      add();
    }
    int from = (moments - 1) * FIGURES;
    figures[from] = at;
    figures[from + 1] = operations;
    figures[from + 2] = blockedNanos;
  }

  private void add() {
    if (moments == Activity.MOST_MOMENTS) {
      thin();
    }
    moments++;
    if (figures.length < moments * FIGURES) {
      int most = Activity.MOST_MOMENTS * FIGURES;
      figures = Arrays.copyOf(figures, Math.min(2 * figures.length, most));
    }
  }

  private void thin() {
    int kept = (moments + 1) / 2;
    for (int i = 0; i < kept; i++) {
      System.arraycopy(figures, 2 * i * FIGURES, figures, i * FIGURES, FIGURES);
    }
    moments = kept;
    spacingNanos *= 2;
  }

  private long at(int moment, int figure) {
    return figures[moment * FIGURES + figure];
  }

  /** The moments so far; null before the first snapshot. */
  @Nullable Activity profile() {
    if (moments < 2) {
      return null;
    }
    List<Double> seconds = new ArrayList<>();
    List<Long> operations = new ArrayList<>();
    List<Long> blockedNanos = new ArrayList<>();
    for (int i = 0; i < moments; i++) {
      seconds.add(Math.round(at(i, 0) / NANOS_PER_MILLI) / MILLIS_PER_SECOND);
      operations.add(at(i, 1));
      blockedNanos.add(at(i, 2));
    }
    boolean waited = at(moments - 1, 2) > 0;
    return new Activity(seconds, operations, waited ? blockedNanos : List.of());
  }
}
