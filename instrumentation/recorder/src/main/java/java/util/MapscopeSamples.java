package java.util;

/**
 * Looks at single operations of ordinary traffic, at random, without a branch on the fast path.
 *
 * <p>The agent arms a map by taking the table of cells out of its probe: the next operation misses
 * its cell, comes to the slow path and is looked at there, on the application's own thread. The
 * rate is bounded by the allowance of {@link MapscopeFact#SAMPLE}; a look costs microseconds, most
 * of them for the stack. It may happen while the application holds a lock of its own around the map
 * (that is what one wants to see), never inside a bin that the map has locked.
 */
public final class MapscopeSamples {
  private MapscopeSamples() {}

  /** The next operation on {@code map} is a sample; by the agent. */
  public static void arm(Object map) {
    MapscopeProbe probe = MapscopeSlots.has(map) ? MapscopeSlots.probe(map) : null;
    if (probe != null && probe.own) {
      probe.armed = true;
      probe.emptyFastPath();
    }
  }

  /** In the slow path of an operation on a map that is armed; outermost operations only. */
  static void take(MapscopeProbe probe, Object map) {
    if (!MapscopeFacts.wants(MapscopeFact.SAMPLE)) {
      return;
    }
    probe.armed = false;
    MapscopeFacts.offer(MapscopeFact.SAMPLE, probe.tally, 0, 0, 0, 0, null, true);
    if (MapscopeFacts.wants(MapscopeFact.HELD_LOCKS) && MapscopeHeldLocks.matterFor(map)) {
      takeLocks(probe.tally, map);
    }
  }

  private static void takeLocks(MapscopeTally tally, Object map) {
    int place = MapscopeReentry.enter(MapscopeThreads.carrier());
    if (place < 0) {
      return;
    }
    MapscopeHeldLock[] locks;
    try {
      locks = MapscopeHeldLocks.around(map, tally);
    } finally {
      MapscopeReentry.leave(place);
    }
    MapscopeFacts.offer(MapscopeFact.HELD_LOCKS, tally, 0, 0, 0, 0, locks, false);
  }
}
