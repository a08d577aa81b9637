package io.mapscope.dist.programs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/** Waits for recordings that others start in this JVM; starts none itself. */
final class Recordings {
  private static final long DEADLINE_SECONDS = 30;

  private static final long POLL_MILLIS = 10;
  private static final String LAST_REGISTERED = "mapscope.MapStatistics";

  private Recordings() {}

  /** Returns when a recording that is {@code wanted} runs. */
  static void await(Predicate<Recording> wanted) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    FlightRecorderListener listener =
        new FlightRecorderListener() {
          @Override
          public void recordingStateChanged(Recording recording) {
            if (isRunning(recording, wanted)) {
              running.countDown();
            }
          }
        };
    FlightRecorder.addListener(listener);
    try {
      if (!isAnyRunning(wanted) && !running.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no recording was started");
      }
    } finally {
      FlightRecorder.removeListener(listener);
    }
  }

  /**
   * Returns when the agent writes its events into a recording. It begins with that after the
   * recording has started, seconds after on a loaded machine.
   */
  static void awaitMapEvents() throws InterruptedException {
    await(recording -> true);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (FlightRecorder.getFlightRecorder().getEventTypes().stream()
        .noneMatch(type -> type.getName().equals(LAST_REGISTERED))) {
      if (System.nanoTime() - end >= 0) {
        throw new IllegalStateException("the agent has registered no " + LAST_REGISTERED);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private static boolean isAnyRunning(Predicate<Recording> wanted) {
    return FlightRecorder.isInitialized()
        && FlightRecorder.getFlightRecorder().getRecordings().stream()
            .anyMatch(recording -> isRunning(recording, wanted));
  }

  private static boolean isRunning(Recording recording, Predicate<Recording> wanted) {
    return recording.getState() == RecordingState.RUNNING && wanted.test(recording);
  }
}
