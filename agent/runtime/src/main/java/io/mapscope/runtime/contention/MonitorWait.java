package io.mapscope.runtime.contention;

import org.jspecify.annotations.Nullable;

/**
 * Waits for one monitor from one place, added up.
 *
 * @param address of the monitor; 0 when waits for several were added up
 * @param monitorClass name of the class whose instance was locked
 * @param frame where the application called, if the stack shows it
 * @param longest the longest of them, of those in a known trace if there are any, or null when all
 *     were short
 */
public record MonitorWait(
    long address,
    String monitorClass,
    @Nullable CallFrame frame,
    long count,
    long nanos,
    @Nullable LongWait longest) {

  MonitorWait plus(MonitorWait other) {
    return new MonitorWait(
        address,
        monitorClass,
        frame,
        count + other.count,
        nanos + other.nanos,
        longer(longest, other.longest));
  }

  private static @Nullable LongWait longer(@Nullable LongWait one, @Nullable LongWait other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if ((one.trace() == null) != (other.trace() == null)) {
      return one.trace() != null ? one : other;
    }
    return one.nanos() >= other.nanos() ? one : other;
  }

  MonitorWait withoutAddress() {
    return new MonitorWait(0, monitorClass, frame, count, nanos, longest);
  }
}
