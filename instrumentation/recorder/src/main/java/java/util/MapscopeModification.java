package java.util;

/**
 * A {@code ConcurrentModificationException} about to be thrown by a map, a view or an iterator:
 * counted per map, and told with the stack of the thread that gets it and who had written last.
 */
public final class MapscopeModification {
  /** Nobody knows who wrote last: the class marks no writers. */
  public static final int UNKNOWN = 0;

  /** The thread itself, inside its own loop. */
  public static final int SAME_THREAD = 1;

  /** Another thread: the map is shared without a lock around the loop. */
  public static final int OTHER_THREAD = 2;

  private MapscopeModification() {}

  /** {@code self} is the map, view or iterator that throws. */
  public static void thrown(Object self) {
    if (MapscopeGate.rare) {
      try {
        MapscopeThreads.pin();
        try {
          note(self);
        } finally {
          MapscopeThreads.unpin();
        }
      } catch (Throwable problem) {
        MapscopeErrors.suppress(problem);
      }
    }
  }

  /** Counts in the thread's real cell, also inside an operation that silences inner ones. */
  private static void note(Object self) {
    Object map = MapscopeOwners.of(self);
    MapscopeProbe probe = map == null ? null : MapscopeSlots.probe(map);
    if (probe == null) {
      return;
    }
    int lastWriter = lastWriter(probe);
    MapscopeCell cell =
        probe.tally.cellOf(MapscopeThreads.carrierThread(), MapscopeThreads.carrier());
    cell.add(MapscopeOperation.MODIFICATIONS, 1);
    if (lastWriter == OTHER_THREAD) {
      cell.add(MapscopeOperation.MODIFICATIONS_BY_OTHERS, 1);
    }
    MapscopeFacts.offer(
        MapscopeFact.CONCURRENT_MODIFICATION, probe.tally, lastWriter, 0, 0, 0, null, true);
  }

  private static int lastWriter(MapscopeProbe probe) {
    long id = MapscopeWriters.last(probe);
    if (id == 0) {
      return UNKNOWN;
    }
    return id == MapscopeThreads.current() ? SAME_THREAD : OTHER_THREAD;
  }
}
