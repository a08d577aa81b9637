package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.misc.Unsafe;

/**
 * Whose monitor is it? HotSpot keeps the address of a contended object's monitor in the first word
 * of the object, and Flight Recorder names a contended monitor by that same address: comparing the
 * two tells the map behind an event for certain, at no cost to the application.
 *
 * <p>Asked by the agent's threads only, after the fact. A monitor stays with its object until it
 * has been idle for long; one that is gone, and every one where the JVM keeps monitors in a table
 * of their own (compact headers), is simply not found.
 */
public final class MapscopeMonitors {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long MARK_OFFSET = 0;
  private static final long TAG = 3;
  private static final long INFLATED = 2;
  private static final Class<?> SYNCHRONIZED = Collections.synchronizedMap(Map.of()).getClass();
  private static final long MUTEX = UNSAFE.objectFieldOffset(SYNCHRONIZED, "mutex");

  private MapscopeMonitors() {}

  /** The address of the monitor of {@code object}; 0 when it has none now. */
  public static long addressOf(Object object) {
    long mark = UNSAFE.getLong(object, MARK_OFFSET);
    return (mark & TAG) == INFLATED ? mark & ~TAG : 0;
  }

  /** What a synchronized wrapper locks; null for any other class. */
  static WeakReference<Object> mutexOf(Object wrapper) {
    return SYNCHRONIZED.isInstance(wrapper)
        ? new WeakReference<>(UNSAFE.getReference(wrapper, MUTEX))
        : null;
  }
}
