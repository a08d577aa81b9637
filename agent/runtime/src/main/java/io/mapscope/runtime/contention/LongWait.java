package io.mapscope.runtime.contention;

import io.mapscope.profile.TraceRef;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One wait that was long enough to be told by itself.
 *
 * @param end when it was over
 * @param waiter name of the thread
 * @param stack of the thread, a frame per line; empty when it is not known
 * @param trace that the thread was in, or null when that is not known
 */
public record LongWait(
    long nanos, Instant end, String waiter, String stack, @Nullable TraceRef trace) {
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  /** The longer one, of those in a known trace if there are any; null for two nulls. */
  static @Nullable LongWait longer(@Nullable LongWait one, @Nullable LongWait other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.orLonger(other);
  }

  private LongWait orLonger(LongWait other) {
    if ((trace == null) != (other.trace == null)) {
      return trace != null ? this : other;
    }
    return nanos >= other.nanos ? this : other;
  }

  /** Of this wait and one {@code before} it, of which at most one a second is told, the longer. */
  public LongWait orLongerOfItsSecond(@Nullable Object before) {
    return before instanceof LongWait known && known.end.plus(TOGETHER).isAfter(end)
        ? orLonger(known)
        : this;
  }
}
