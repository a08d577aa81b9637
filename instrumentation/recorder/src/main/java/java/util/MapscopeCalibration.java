package java.util;

/**
 * What counting costs here and now: the calls that woven operations make, made for nothing on maps
 * of the agent's own, whose counts nobody reads.
 *
 * <p>There are as many maps as do not fit the fastest cache together with their cells, because the
 * application's do not either. Used by one thread of the agent's, with the gate open; the maps are
 * never handed out, and the weak references to them never cleared while this lives.
 */
public final class MapscopeCalibration {
  private static final int MAPS = 256;
  private static final Object VALUE = new Object();

  private final AbstractMap<?, ?>[] maps = new AbstractMap<?, ?>[MAPS];

  /** Its maps have the current thread's cells: it alone may measure. */
  public MapscopeCalibration() {
    long id = MapscopeThreads.carrier();
    for (int i = 0; i < MAPS; i++) {
      HashMap<?, ?> map = new HashMap<>();
      MapscopeProbe probe = new MapscopeProbe(new MapscopeTally(map, null, "calibration"), null);
      MapscopeCell cell = probe.tally.cellOf(Thread.currentThread(), id);
      probe.cells = probe.tally.table();
      probe.latest = cell;
      MapscopeSlots.write(map, probe);
      maps[i] = map;
    }
  }

  /** What a loop over the maps does without counting; returns something that depends on it. */
  public long bare(int operations) {
    long touched = 0;
    for (int i = 0; i < operations; i++) {
      touched += maps[i & MAPS - 1].values == null ? 0 : 1;
    }
    return touched;
  }

  /** Counts so many reads. */
  public void reads(int operations) {
    for (int i = 0; i < operations; i++) {
      MapscopeCounts.readInValues(VALUE, maps[i & MAPS - 1], VALUE);
    }
  }

  /** Marks and counts so many writes. */
  public void writes(int operations) {
    for (int i = 0; i < operations; i++) {
      AbstractMap<?, ?> map = maps[i & MAPS - 1];
      MapscopeProbe marked = MapscopeWriters.enterInValues(map);
      MapscopeCounts.putInValues(VALUE, map, VALUE, 0, 0, 0);
      MapscopeWriters.leave(marked);
    }
  }

  /** Begins, counts and ends so many operations that are built from others. */
  public void outer(int operations) {
    for (int i = 0; i < operations; i++) {
      MapscopeCell cell = MapscopeNesting.begin(maps[i & MAPS - 1]);
      MapscopeNesting.count(cell, MapscopeOperation.COMPUTE);
      MapscopeNesting.leave(cell);
    }
  }
}
