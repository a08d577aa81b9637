package io.mapscope.runtime.contention;

import io.mapscope.profile.TraceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One wait that was long enough to be told by itself.
 *
 * @param end when it was over
 * @param waiter name of the thread
 * @param stack of the thread, a frame per line
 * @param trace that the thread was in, or null when that is not known
 */
public record LongWait(
    long nanos, Instant end, String waiter, String stack, @Nullable TraceRef trace) {}
