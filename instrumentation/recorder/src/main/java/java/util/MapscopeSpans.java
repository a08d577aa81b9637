package java.util;

import jdk.internal.misc.Unsafe;

/**
 * The spans in progress, by thread: a fixed table with open addressing, no ThreadLocal.
 *
 * <p>A thread looks at {@value #REACH} places from its own on. When none is free the operation is
 * not measured, and counted as dropped. After {@link #take} has succeeded nothing is called before
 * the span is filled, so an exhausted stack cannot leave a place taken.
 */
final class MapscopeSpans {
  private static final int PLACES = 256;
  private static final int REACH = 8;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long THREAD = UNSAFE.objectFieldOffset(MapscopeSpan.class, "thread");

  private final MapscopeSpan[] places = new MapscopeSpan[PLACES];

  MapscopeSpans() {
    for (int i = 0; i < PLACES; i++) {
      places[i] = new MapscopeSpan();
    }
  }

  /** The span of {@code thread} on {@code map}, or on any map when that is null; null for none. */
  MapscopeSpan of(long thread, Object map) {
    for (int i = 0; i < REACH; i++) {
      MapscopeSpan span = places[(int) (thread + i) & (PLACES - 1)];
      if (span.thread == thread && (map == null || span.map == map)) {
        return span;
      }
    }
    return null;
  }

  /** A free place, now taken by {@code thread}; null when there is none. */
  MapscopeSpan take(long thread) {
    for (int i = 0; i < REACH; i++) {
      MapscopeSpan span = places[(int) (thread + i) & (PLACES - 1)];
      if (span.thread == 0 && UNSAFE.compareAndSetLong(span, THREAD, 0, thread)) {
        return span;
      }
    }
    MapscopeErrors.dropped++;
    return null;
  }

  /** Gives {@code span} back; the map first, because the next owner may come at once. */
  static void free(MapscopeSpan span) {
    span.map = null;
    UNSAFE.putLongRelease(span, THREAD, 0);
  }
}
