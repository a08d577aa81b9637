package io.mapscope.runtime.traces;

import io.mapscope.profile.TraceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In which trace a thread was while it waited for a monitor, told from what its operations on maps
 * have left: those in the middle of which it waited, and those that came next.
 */
public final class WaitTraces {
  private WaitTraces() {}

  /** Links what application threads will run; on the agent's. */
  public static void prepare() {
    if (CurrentTrace.get() == null) {
      SlowOperations.prepare();
      SpanLooks.prepare();
    }
  }

  /**
   * The trace of a wait by the thread of that id for the monitor at that address, or null when that
   * is not known.
   */
  public static @Nullable TraceRef traceOf(
      long threadId, long monitor, Instant begin, Instant end) {
    TraceRef within = SlowOperations.traceOf(threadId, begin, end);
    return within != null ? within : SpanLooks.traceOf(threadId, monitor, begin, end);
  }
}
