package io.mapscope.runtime.contention;

import java.time.Instant;

/**
 * One wait that was long enough to be told by itself.
 *
 * @param end when it was over
 * @param waiter name of the thread
 * @param stack of the thread, a frame per line
 */
public record LongWait(long nanos, Instant end, String waiter, String stack) {}
