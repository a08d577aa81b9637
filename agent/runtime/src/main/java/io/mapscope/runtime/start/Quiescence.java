package io.mapscope.runtime.start;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until no thread is inside code that has just been exchanged. That takes a moment: what is
 * waited for are methods of a few instructions.
 *
 * <p>Virtual threads count with their carriers: they do not leave them in such methods.
 */
final class Quiescence {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** Frames from the top that are looked at: what such methods call is not deep. */
  private static final int DEPTH = 8;

  private Quiescence() {}

  /** What is to be left. */
  private interface Place {
    boolean isIn(StackTraceElement frame);
  }

  /**
   * A thread inside a method that caches a view may still run its old form, which knows no probe.
   */
  static void awaitNobodyMakesViews() {
    await(
        frame ->
            frame.getClassName().startsWith("java.util.")
                && (frame.getMethodName().equals("values")
                    || frame.getMethodName().equals("sequencedValues")));
  }

  /** A thread inside the recorder may have found the gate open. */
  static void awaitNobodyRecords() {
    await(
        frame ->
            frame.getClassName().startsWith("java.util.Mapscope")
                || frame.getClassName().startsWith("java.util.concurrent.Mapscope"));
  }

  private static void await(Place place) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isAnyoneIn(place) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static boolean isAnyoneIn(Place place) {
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      StackTraceElement[] stack = thread.getValue();
      for (int i = 0; i < Math.min(DEPTH, stack.length); i++) {
        if (thread.getKey() != Thread.currentThread() && place.isIn(stack[i])) {
          return true;
        }
      }
    }
    return false;
  }
}
