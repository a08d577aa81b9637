package io.mapscope.runtime.collect;

import io.mapscope.profile.History;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeSizes;
import java.util.MapscopeTally;
import org.jspecify.annotations.Nullable;

/**
 * How large the largest living map of a site was in the course of time, a figure per period; when
 * there are {@value History#MOST_PERIODS} of them, every other one is dropped and the period is
 * twice as long from then on. Written about once a second, under the ledger's monitor.
 */
final class HistoryAccount {
  static final long FIRST_PERIOD_NANOS = 1_000_000_000L;

  /** Maps looked at a time; more of a site take turns, and the largest one is always among them. */
  private static final int MOST_LOOKED_AT = 64;

  private static final double NANOS_PER_SECOND = 1e9;

  private final List<Long> largest = new ArrayList<>();
  private long periodNanos = FIRST_PERIOD_NANOS;
  private long endNanos;
  private long latest;
  private int turn;
  private @Nullable MapscopeTally largestTally;

  HistoryAccount(long bornNanos) {
    endNanos = bornNanos + periodNanos;
  }

  /** Takes note of the maps when a period has ended; several that did share the growth. */
  void note(List<MapscopeTally> living, long nowNanos) {
    if (nowNanos - endNanos < 0) {
      return;
    }
    long entries = largestOf(living);
    while (nowNanos - endNanos >= 0) {
      long periodsLeft = 1 + (nowNanos - endNanos) / periodNanos;
      add(latest + (entries - latest) / periodsLeft);
      endNanos += periodNanos;
    }
  }

  private void add(long entries) {
    latest = entries;
    largest.add(entries);
    if (largest.size() == History.MOST_PERIODS) {
      for (int i = 0; i < History.MOST_PERIODS / 2; i++) {
        largest.set(i, largest.get(2 * i + 1));
      }
      largest.subList(History.MOST_PERIODS / 2, History.MOST_PERIODS).clear();
      periodNanos *= 2;
    }
  }

  private long largestOf(List<MapscopeTally> living) {
    long most = entries(largestTally);
    for (int i = Math.min(MOST_LOOKED_AT, living.size()); i > 0; i--) {
      turn = (turn + 1) % living.size();
      long entries = entries(living.get(turn));
      if (entries > most) {
        most = entries;
        largestTally = living.get(turn);
      }
    }
    return Math.max(0, most);
  }

  private static long entries(@Nullable MapscopeTally tally) {
    Object map = tally == null ? null : tally.get();
    return map == null ? -1 : MapscopeSizes.entries(map);
  }

  /** The periods so far; null before the first has ended. */
  @Nullable History profile() {
    return largest.isEmpty() ? null : new History(periodNanos / NANOS_PER_SECOND, largest);
  }
}
