package io.mapscope.runtime.traces;

import io.mapscope.profile.TraceRef;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest looks that threads took at their span while they held a monitor that threads wait for:
 * a wait was that of the operation whose look came next, if there was none in between without one.
 *
 * <p>Written by the application's threads without a lock, read by the thread that hears of waits.
 */
public final class SpanLooks {

  /**
   * A look comes at the end of its operation, which takes about as long as those that it has waited
   * for, or at the processor's leisure. What comes later is another operation, perhaps of another
   * span, that used the map after one that took the monitor for something else.
   */
  private static final Duration SOON = Duration.ofMillis(10);

  private static final int TIMES_THE_WAIT = 2;

  private static final int PLACES = 2048;

  /** Flight Recorder's clock and the system's differ by fractions of a millisecond. */
  private static final Duration CLOCKS_APART = Duration.ofNanos(500_000);

  /**
   * One look.
   *
   * @param idleSince when the thread last used, or may have used, a map of that monitor
   */
  private record Look(
      long threadId, Instant idleSince, Instant time, long monitor, @Nullable TraceRef trace) {

    boolean isOf(long thread, long address) {
      return thread == threadId && address == monitor;
    }
  }

  private static final LatestRing<Look> LATEST = new LatestRing<>(PLACES);

  private SpanLooks() {}

  /** Links what application threads will run; on the agent's. */
  static void prepare() {
    looked(0, 0, new TraceRef("", ""));
  }

  /**
   * The calling thread holds the monitor of that address inside {@code trace}, or in none, and has
   * used no map of it for so long.
   */
  public static void looked(long monitor, long idleNanos, @Nullable TraceRef trace) {
    Instant now = Instant.now();
    long thread = Thread.currentThread().getId();
    LATEST.add(new Look(thread, now.minusNanos(idleNanos), now, monitor, trace));
  }

  /**
   * The trace that the thread was in while it waited for {@code monitor}, or null when that is not
   * known: that of the first look since the middle of the wait, because there was none while the
   * thread waited.
   */
  static @Nullable TraceRef traceOf(
      long threadId, long monitor, Instant waitBegin, Instant waitEnd) {
    Duration wait = Duration.between(waitBegin, waitEnd);
    Instant from = waitBegin.plus(wait.dividedBy(2));
    Instant to = waitEnd.plus(wait.multipliedBy(TIMES_THE_WAIT)).plus(SOON);
    Look first = null;
    for (int place = 0; place < PLACES; place++) {
      Look look = LATEST.get(place);
      if (look != null
          && look.isOf(threadId, monitor)
          && look.time().isAfter(from)
          && look.time().isBefore(first == null ? to : first.time())) {
        first = look;
      }
    }
    return first == null || first.idleSince().isAfter(waitEnd.plus(CLOCKS_APART))
        ? null
        : first.trace();
  }
}
