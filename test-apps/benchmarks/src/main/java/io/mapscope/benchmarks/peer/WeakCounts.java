package io.mapscope.benchmarks.peer;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each map was used, in a map with weak identity keys; in the bootstrap loader, so that
 * the JDK's maps reach it. Its own map is one of those that call it: a thread that is inside counts
 * nothing.
 */
public final class WeakCounts {
  private static final ConcurrentHashMap<Key, LongAdder> COUNTS = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
  private static final ThreadLocal<boolean[]> INSIDE =
      ThreadLocal.withInitial(() -> new boolean[1]);

  /** A map by its identity. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object map, ReferenceQueue<Object> gone) {
      super(map, gone);
      hash = System.identityHashCode(map);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      final Object mine = get();
      return mine != null && other instanceof Key && ((Key) other).refersTo(mine);
    }
  }

  private WeakCounts() {}

  /** Called at the begin of each operation. */
  public static void used(Object map) {
    final boolean[] inside = INSIDE.get();
    if (inside[0]) {
      return;
    }
    inside[0] = true;
    try {
      final LongAdder present = COUNTS.get(new Key(map, GONE));
      if (present != null) {
        present.increment();
        return;
      }
      for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
        COUNTS.remove(gone);
      }
      COUNTS.computeIfAbsent(new Key(map, GONE), none -> new LongAdder()).increment();
    } finally {
      inside[0] = false;
    }
  }

  /** All operations so far. */
  public static long total() {
    return COUNTS.values().stream().mapToLong(LongAdder::sum).sum();
  }
}
