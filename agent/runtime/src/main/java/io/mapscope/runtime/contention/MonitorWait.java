package io.mapscope.runtime.contention;

import org.jspecify.annotations.Nullable;

/**
 * Waits for one monitor from one place, or for one lock, added up.
 *
 * @param address of the monitor; 0 when waits for several were added up, and for a lock
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
        LongWait.longer(longest, other.longest));
  }

  MonitorWait withoutAddress() {
    return new MonitorWait(0, monitorClass, frame, count, nanos, longest);
  }
}
