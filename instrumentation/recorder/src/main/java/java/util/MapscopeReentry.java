package java.util;

/**
 * The threads that are inside the recorder's slow path at this moment, so that a map operation the
 * slow path itself causes (a stack walk, a class loaded on the way) is not recorded.
 *
 * <p>A fixed array of thread ids: no ThreadLocal, which a virtual thread would pay for and which
 * may run application code. Places are taken under a monitor of ours, held for one pass over the
 * array, and given back by a plain store: the next taker may see it late and pass over the place.
 * When all places are taken the caller behaves as if it were inside, which costs at most the
 * adoption of one map, retried at its next operation.
 */
public final class MapscopeReentry {
  private static final int PLACES = 64;
  private static final long[] INSIDE = new long[PLACES];

  private MapscopeReentry() {}

  /** Enters; returns the place to {@link #leave}, or -1 when inside already or no place is free. */
  static synchronized int enter(long id) {
    int free = -1;
    for (int i = 0; i < PLACES; i++) {
      long who = INSIDE[i];
      if (who == id) {
        return -1;
      }
      if (who == 0) {
        free = i;
      }
    }
    if (free >= 0) {
      INSIDE[free] = id;
    }
    return free;
  }

  static void leave(int place) {
    INSIDE[place] = 0;
  }

  /** Whether the thread {@code id}, the current one, is inside; sees its own stores. */
  static boolean isInside(long id) {
    for (long who : INSIDE) {
      if (who == id) {
        return true;
      }
    }
    return false;
  }

  /**
   * The current thread, the application's, begins work of the agent's, which uses maps by the
   * thousand: they are the agent's, and spend no stack walk. To be ended by {@link #endWork}.
   */
  public static int beginWork() {
    return enter(MapscopeThreads.carrier());
  }

  /** Ends what {@link #beginWork} returned {@code place} for. */
  public static void endWork(int place) {
    if (place >= 0) {
      leave(place);
    }
  }
}
