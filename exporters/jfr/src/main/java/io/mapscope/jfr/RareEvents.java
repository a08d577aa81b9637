package io.mapscope.jfr;

import io.mapscope.profile.Certainty;
import io.mapscope.profile.TraceRef;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Writes rare facts as events into every recording that wants them. To be called on the thread that
 * met the fact: the event carries that thread's stack.
 *
 * <p>The trace that an occasion is handed in with is the one that the thread was in, or null.
 *
 * <p>Cheap when nobody records: before {@link #register} a read of a field, after it one more and
 * an object that does not escape. No call initialises Flight Recorder. An event below the threshold
 * of its type, or beyond its throttle, is dropped by Flight Recorder; the figures in {@code
 * mapscope.MapStatistics} are complete without it.
 */
public final class RareEvents {

  /** What tools of JFR show as not available. */
  private static final long NOT_AVAILABLE = Long.MIN_VALUE;

  static final List<Class<? extends Event>> TYPES =
      List.of(
          MapContention.class,
          MapResize.class,
          MapCopy.class,
          MapSerialization.class,
          UnsafeMapAccess.class,
          CompoundRace.class);

  /** Written by the agent's start and end, read by all threads; null until registered. */
  private static volatile @Nullable Times times;

  /** How events of the types with a duration get it. */
  private record Times(EventTime contention, EventTime copy, EventTime serialization) {

    static Times ofThisJvm() {
      return new Times(
          EventTime.of(MapContention.class),
          EventTime.of(MapCopy.class),
          EventTime.of(MapSerialization.class));
    }
  }

  private RareEvents() {}

  /**
   * Makes the event types known, so that no application thread has to. Takes milliseconds: call it
   * off the main thread.
   *
   * @throws IllegalStateException when events of this JVM cannot be given a duration; then none are
   *     written
   */
  static void register() {
    TYPES.forEach(FlightRecorder::register);
    times = Times.ofThisJvm();
  }

  /** From now on nothing is written. */
  static void unregister() {
    times = null;
  }

  /** Prepares the clock, while a recording runs and no application thread waits. */
  static void calibrate() {
    Times current = times;
    if (current != null) {
      current.contention.set(new MapContention(), 0, 0);
    }
  }

  /** Whether a recording could want an event; if not, its parts need not be made. */
  public static boolean isActive() {
    return times != null;
  }

  /**
   * This thread has waited for {@code nanos}.
   *
   * @param kind {@code monitor}, {@code lock} or {@code treeBin}
   */
  public static void contention(
      MapRef map,
      @Nullable TraceRef trace,
      String kind,
      @Nullable String lockClass,
      String attribution,
      Certainty certainty,
      long nanos) {
    contention(map, trace, kind, lockClass, attribution, certainty, 0, nanos, null, null);
  }

  /**
   * Another thread has waited for {@code nanos}, until {@code agoNanos} ago.
   *
   * @param kind {@code monitor}, {@code lock} or {@code treeBin}
   * @param waiter name of that thread
   * @param waiterStack its stack, a frame per line
   */
  public static void contention(
      MapRef map,
      @Nullable TraceRef trace,
      String kind,
      @Nullable String lockClass,
      String attribution,
      Certainty certainty,
      long agoNanos,
      long nanos,
      @Nullable String waiter,
      @Nullable String waiterStack) {
    Times current = times;
    if (current == null) {
      return;
    }
    MapContention event = new MapContention();
    if (event.isEnabled()) {
      event.about(map, trace);
      event.kind = kind;
      event.lockClass = lockClass;
      event.attribution = attribution;
      event.certainty = certainty.jsonName();
      event.waiter = waiter;
      event.waiterStack = waiterStack;
      current.contention.set(event, agoNanos, nanos);
      event.commit();
    }
  }

  /** This thread replaces a table by a larger one. */
  public static void resize(
      MapRef map, @Nullable TraceRef trace, long oldCapacity, long newCapacity, long bytes) {
    if (times == null) {
      return;
    }
    MapResize event = new MapResize();
    if (event.isEnabled()) {
      event.about(map, trace);
      event.oldCapacity = oldCapacity;
      event.newCapacity = newCapacity;
      event.bytes = bytes;
      event.commit();
    }
  }

  /**
   * This thread has copied a map, which took {@code nanos}.
   *
   * @param bytes memory allocated, negative when it was not measured
   */
  public static void copy(
      MapRef map,
      @Nullable TraceRef trace,
      String kind,
      long entries,
      long bytes,
      long writesMeanwhile,
      long nanos) {
    Times current = times;
    if (current == null) {
      return;
    }
    MapCopy event = new MapCopy();
    if (event.isEnabled()) {
      event.about(map, trace);
      event.kind = kind;
      event.entries = entries;
      event.bytes = available(bytes);
      event.writesMeanwhile = writesMeanwhile;
      current.copy.set(event, 0, nanos);
      event.commit();
    }
  }

  /**
   * This thread has serialized a map, which took {@code nanos}.
   *
   * @param bytes length of the output, negative when it could not be seen
   * @param allocatedBytes memory allocated, negative when it was not measured
   */
  public static void serialization(
      MapRef map,
      @Nullable TraceRef trace,
      String format,
      long entries,
      long bytes,
      long allocatedBytes,
      long writesMeanwhile,
      boolean redundant,
      long nanos) {
    Times current = times;
    if (current == null) {
      return;
    }
    MapSerialization event = new MapSerialization();
    if (event.isEnabled()) {
      event.about(map, trace);
      event.format = format;
      event.entries = entries;
      event.bytes = available(bytes);
      event.allocatedBytes = available(allocatedBytes);
      event.writesMeanwhile = writesMeanwhile;
      event.redundant = redundant;
      current.serialization.set(event, 0, nanos);
      event.commit();
    }
  }

  /** This thread is inside an unsynchronised map together with another one. */
  public static void unsafeAccess(
      MapRef map,
      @Nullable TraceRef trace,
      @Nullable String otherThread,
      @Nullable String otherStack) {
    if (times == null) {
      return;
    }
    UnsafeMapAccess event = new UnsafeMapAccess();
    if (event.isEnabled()) {
      event.about(map, trace);
      event.otherThread = otherThread;
      event.otherStack = otherStack;
      event.commit();
    }
  }

  /**
   * Another thread got between two operations of this one.
   *
   * @param kind {@code check-then-act} or {@code read-modify-write}
   */
  public static void compoundRace(
      MapRef map, @Nullable TraceRef trace, String kind, boolean proven) {
    if (times == null) {
      return;
    }
    CompoundRace event = new CompoundRace();
    if (event.isEnabled()) {
      event.about(map, trace);
      event.kind = kind;
      event.proven = proven;
      event.commit();
    }
  }

  private static long available(long figure) {
    return figure < 0 ? NOT_AVAILABLE : figure;
  }
}
