package io.mapscope.runtime.traces;

import io.mapscope.profile.TraceRef;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest slow map operations that were timed inside a trace: what Flight Recorder tells a
 * moment later of waits for monitors lies within one of them, or is in no trace that is known.
 *
 * <p>Written by the application's threads without a lock, read by the thread that hears of waits.
 * The newest take the place of the oldest; two writers never wait for each other.
 */
public final class SlowOperations {

  private static final int PLACES = 512;

  private record Operation(long threadId, Instant begin, Instant end, TraceRef trace) {

    /** How much of the time between the two it was going on in {@code thread}. */
    long nanosWithin(long thread, Instant from, Instant to) {
      if (thread != threadId || !begin.isBefore(to) || !end.isAfter(from)) {
        return 0;
      }
      return Duration.between(begin.isAfter(from) ? begin : from, end.isBefore(to) ? end : to)
          .toNanos();
    }
  }

  private static final LatestRing<Operation> LATEST = new LatestRing<>(PLACES);

  private SlowOperations() {}

  /** Links what application threads will run; on the agent's. */
  static void prepare() {
    ended(0, new TraceRef("", ""));
  }

  /** An operation of the calling thread that took {@code nanos} is over. */
  public static void ended(long nanos, TraceRef trace) {
    Instant end = Instant.now();
    LATEST.add(new Operation(Thread.currentThread().getId(), end.minusNanos(nanos), end, trace));
  }

  /**
   * The trace that the thread was in while it waited, or null when that is not known. Flight
   * Recorder's clock and the system's differ by fractions of a millisecond: the operation that
   * takes up more than half of the wait is the one that waited.
   */
  static @Nullable TraceRef traceOf(long threadId, Instant waitBegin, Instant waitEnd) {
    long half = Duration.between(waitBegin, waitEnd).toNanos() / 2;
    for (int place = 0; place < PLACES; place++) {
      Operation operation = LATEST.get(place);
      if (operation != null && operation.nanosWithin(threadId, waitBegin, waitEnd) > half) {
        return operation.trace();
      }
    }
    return null;
  }
}
