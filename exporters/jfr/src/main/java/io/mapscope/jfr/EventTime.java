package io.mapscope.jfr;

import java.lang.reflect.Field;
import jdk.jfr.Event;

/**
 * Gives events of one type a time in the past: our hooks know of a wait or a copy only when it is
 * over, and an event can otherwise begin at the earliest when it is made. With the true duration
 * the threshold of Flight Recorder works, and viewers draw the event where it happened.
 *
 * <p>How: the JVM adds the private fields {@code startTime} and {@code duration} to every event
 * class, in ticks of the recorder's clock, and {@link Event#begin} writes the first. Both are the
 * same on JDK 17 and 25 (checked by test). Where they are missing events are recorded as points in
 * time, and only a recording with a threshold of 0 has them.
 */
final class EventTime {

  private static final int READINGS = 8;

  /** A thousand times the width of a reading: the error is about 1 in 1000. */
  private static final long CALIBRATION_NANOS = 200_000;

  /** Ticks of the recorder's clock in a nanosecond; 0 as long as it is not known. */
  private static volatile double ticksPerNano;

  private final Field startTime;
  private final Field duration;

  private EventTime(Field startTime, Field duration) {
    this.startTime = startTime;
    this.duration = duration;
  }

  /**
   * For events of {@code type}.
   *
   * @throws IllegalStateException when this JVM's events are made otherwise
   */
  static EventTime of(Class<? extends Event> type) {
    try {
      Field startTime = type.getDeclaredField("startTime");
      Field duration = type.getDeclaredField("duration");
      startTime.setAccessible(true);
      duration.setAccessible(true);
      return new EventTime(startTime, duration);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("events of this JVM have no field " + e.getMessage(), e);
    }
  }

  /**
   * Makes {@code event} one that took {@code nanos} and was over {@code agoNanos} ago. Without a
   * running recording nothing happens.
   */
  void set(Event event, long agoNanos, long nanos) {
    try {
      event.begin();
      long now = startTime.getLong(event);
      if (now != 0 && calibrated(event)) {
        long length = Math.max(1, (long) (nanos * ticksPerNano));
        long ago = (long) (agoNanos * ticksPerNano);
        startTime.setLong(event, now - ago - length);
        duration.setLong(event, length);
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError("they were made accessible", e);
    }
  }

  /** Measures the clock once, for {@value #CALIBRATION_NANOS} ns; a race does it twice. */
  private boolean calibrated(Event event) throws IllegalAccessException {
    if (ticksPerNano == 0) {
      Reading first = reading(event);
      while (System.nanoTime() - first.nanos < CALIBRATION_NANOS) {
        Thread.onSpinWait();
      }
      Reading last = reading(event);
      ticksPerNano = (double) (last.ticks - first.ticks) / (double) (last.nanos - first.nanos);
    }
    return ticksPerNano > 0;
  }

  /** Both clocks at one moment: the pair with the least time in between out of a few. */
  private Reading reading(Event event) throws IllegalAccessException {
    Reading best = new Reading(0, 0, Long.MAX_VALUE);
    for (int i = 0; i < READINGS; i++) {
      long before = System.nanoTime();
      event.begin();
      long width = System.nanoTime() - before;
      if (width < best.width) {
        best = new Reading(startTime.getLong(event), before + width / 2, width);
      }
    }
    return best;
  }

  private record Reading(long ticks, long nanos, long width) {}
}
