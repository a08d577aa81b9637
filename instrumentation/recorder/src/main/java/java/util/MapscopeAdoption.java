package java.util;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;

/**
 * The slow path: gives a map its probe and a thread its cell.
 *
 * <p>Runs on the application's thread, inside its operation, perhaps under its locks. Hence it
 * never throws (what goes wrong is counted and the operation's count goes to a sink), calls no
 * application code, and takes no lock but ours, for a few instructions each.
 */
public final class MapscopeAdoption {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Maps of the JDK itself. */
  static MapscopeProbe jdk = shared("jdk-internal");

  /** Maps of places left out by include and exclude. */
  static MapscopeProbe excluded = shared("excluded");

  /** Maps born faster than stacks may be walked; the hot ones among them are promoted later. */
  static MapscopeProbe overBudget = shared("over-budget");

  /** Maps of the agent's own threads and classes. */
  static MapscopeProbe agent = shared("mapscope");

  /** Maps inside a library's map that is itself recorded, such as the table of a cache. */
  static MapscopeProbe inner = shared("library-internal");

  /** Takes the counts of operations that belong to nobody; never read. */
  static final MapscopeCell SINK = new MapscopeCell(0, null);

  /** Kinds of operations, for {@link MapscopeWatch}: it looks at keys itself. */
  private static final int OF_KEY = 0;

  private static final int OF_SIZE = 1;
  private static final int OTHER = 2;

  private MapscopeAdoption() {}

  /**
   * The maps that share an account get one anew when they are used next. Their probes cannot be
   * taken back: nobody knows these maps.
   */
  static void renew() {
    for (MapscopeTally tally : sharedTallies()) {
      tally.retire();
    }
    MapscopeProbe[] old = {jdk, inner, excluded, overBudget, agent};
    jdk = shared("jdk-internal");
    excluded = shared("excluded");
    overBudget = shared("over-budget");
    agent = shared("mapscope");
    inner = shared("library-internal");
    for (MapscopeProbe probe : old) {
      probe.emptyFastPath();
    }
  }

  private static MapscopeProbe shared(String reason) {
    return new MapscopeProbe(new MapscopeTally(reason), null);
  }

  /** The tallies of maps without a site, for the collector. */
  public static MapscopeTally[] sharedTallies() {
    return new MapscopeTally[] {
      jdk.tally, inner.tally, excluded.tally, overBudget.tally, agent.tally
    };
  }

  /**
   * Makes every thread's next operation on an over-budget map come through the slow path, where
   * that map, being used, is given a site: busy maps are met with a probability proportional to
   * their traffic, and the fast path pays nothing for it. Called by the agent's tick.
   */
  public static void sampleOverBudget(int promotions) {
    MapscopeSettings.promotions = promotions;
    overBudget.emptyFastPath();
  }

  /** At the end of every constructor of a woven map. */
  public static void created(Object map) {
    if (MapscopeGate.births) {
      try {
        MapscopeThreads.pin();
        try {
          born(map);
        } finally {
          MapscopeThreads.unpin();
        }
      } catch (Throwable problem) {
        MapscopeErrors.suppress(problem);
      }
    }
  }

  /** {@code clone} of a {@link MapscopeTracked} map has copied the probe too: not the copy's. */
  public static void cloned(Object copy, Object original) {
    if (copy != original
        && copy instanceof MapscopeTracked
        && original instanceof MapscopeTracked) {
      MapscopeTracked tracked = (MapscopeTracked) copy;
      MapscopeProbe probe = tracked.mapscopeProbe();
      if (probe != null && probe == ((MapscopeTracked) original).mapscopeProbe()) {
        tracked.mapscopeProbe(null);
        created(copy);
      }
    }
  }

  @DontInline
  private static void born(Object map) {
    if (map instanceof Properties) {
      return; // lives in a ConcurrentHashMap of its own; its Hashtable part stays empty
    }
    MapscopeProbe present = MapscopeSlots.probe(map);
    if (present != null) {
      forgetConstruction(present);
      MapscopeAllocation.born(map, present);
      return;
    }
    long id = MapscopeThreads.carrier();
    MapscopeProbe probe = overBudget;
    if (MapscopeSettings.agentThreads.length > 0 && MapscopeSettings.isAgentThread(id)) {
      probe = agent;
    } else if (MapscopeSettings.walks > 0 && MapscopeReentry.isInside(id)) {
      probe = agent;
    } else if (MapscopeSettings.spendWalk()) {
      probe = walk(map, id, MapscopeSite.ALLOCATION);
      if (probe == null) {
        return; // inside our own slow path: left for its first use
      }
    }
    MapscopeSlots.write(map, probe);
    if (probe.tally.shared()) {
      cell(probe, id).add(MapscopeOperation.CREATED, 1);
    } else {
      MapscopeAllocation.born(map, probe);
      probe.tally.announce();
    }
  }

  /** A constructor that delegates, or fills the map through its own methods, counts as no use. */
  private static void forgetConstruction(MapscopeProbe probe) {
    if (!probe.tally.shared()) {
      probe.tally.reset();
      probe.cells = probe.tally.table();
      probe.latest = MapscopeCell.NOBODY;
    }
  }

  /** The probe for the place the stack names; null when this thread is inside the slow path. */
  private static MapscopeProbe walk(Object map, long id, int kind) {
    long begin = System.nanoTime();
    int place = MapscopeReentry.enter(id);
    if (place < 0) {
      return null;
    }
    MapscopeProbe probe;
    try {
      MapscopeFrames frames = MapscopeFrames.above(map, kind == MapscopeSite.FIRST_USE);
      probe = probeFor(map, frames, kind);
    } finally {
      MapscopeReentry.leave(place); // nothing that needs stack may come between it and the walk
    }
    MapscopeSettings.walkTook(System.nanoTime() - begin);
    return probe;
  }

  private static MapscopeProbe probeFor(Object map, MapscopeFrames frames, int kind) {
    StackWalker.StackFrame owner = frames.owner;
    if (owner == null) {
      return jdk;
    }
    if (frames.ownerIsLibrary) {
      return inner;
    }
    Class<?> declaring = owner.getDeclaringClass();
    ClassLoader loader = declaring.getClassLoader();
    if (loader != null && loader == MapscopeSettings.agentLoader) {
      return agent;
    }
    if (frames.ownerIsJdk && MapscopeSettings.include.length == 0) {
      return jdk;
    }
    MapscopeSite site = MapscopeSites.of(kind, frames.shownClass, owner, frames.ownerIsJdk);
    if (!site.tracked) {
      return frames.ownerIsJdk ? jdk : excluded;
    }
    MapscopeTally tally = new MapscopeTally(map, site, frames.shownClass);
    if (!frames.shownClass.equals(map.getClass().getName())) {
      tally.wraps = map.getClass().getName();
    }
    return new MapscopeProbe(tally, null);
  }

  /**
   * The cell of the carrier {@code id} on {@code map}, never null. Comes here when the fast path
   * did not find it: first operation of the thread, a table that has grown, a nested operation, a
   * map older than its tracking.
   */
  @DontInline
  static MapscopeCell cell(Object map, long id) {
    return cell(map, id, true, OTHER);
  }

  /** {@link #cell(Object, long)} where the map may hold a lock of its own: takes no sample. */
  @DontInline
  static MapscopeCell cellUnsampled(Object map, long id) {
    return cell(map, id, false, OTHER);
  }

  /** {@link #cell(Object, long)} for an operation whose key {@link MapscopeWatch} looks at. */
  static MapscopeCell cellOfKey(Object map, long id) {
    return cell(map, id, true, OF_KEY);
  }

  /**
   * {@link #cell(Object, long)} for {@code size} and {@code isEmpty}, which leave all keys as they
   * are: between a read and a write they do not matter, and a least-recently-used map asks for its
   * size in the middle of each put.
   */
  @DontInline
  static MapscopeCell cellOfSize(Object map, long id) {
    return cell(map, id, true, OF_SIZE);
  }

  private static MapscopeCell cell(Object map, long id, boolean mayBeSample, int kind) {
    try {
      MapscopeThreads.pin();
      try {
        return find(map, id, mayBeSample, kind);
      } finally {
        MapscopeThreads.unpin();
      }
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
      return SINK;
    }
  }

  /** The cell on {@code map} on which the current thread has an outer operation in progress. */
  @DontInline
  static MapscopeCell busyCell(Object map) {
    MapscopeProbe probe = MapscopeSlots.probe(map);
    if (probe == null) {
      return null;
    }
    long taken = ~MapscopeThreads.carrier();
    MapscopeCell cell = find(probe.tally.table(), taken);
    MapscopeTally crowd = probe.tally.crowded ? probe.tally.site.crowd() : null;
    return cell == null && crowd != null ? find(crowd.table(), taken) : cell;
  }

  private static MapscopeCell find(Object map, long id, boolean mayBeSample, int kind) {
    MapscopeProbe probe = MapscopeSlots.probe(map);
    if (probe == null
        || probe.tally.retired
        || (probe.tally == overBudget.tally && MapscopeSettings.promotions > 0)) {
      probe = adopt(map, id, probe);
    }
    if (probe == null || (probe.own && MapscopeSettings.isAgentThread(id))) {
      return SINK; // the agent's own look at a map is no use of it
    }
    MapscopeCell cell = cell(probe, id);
    if (probe.waited != null && mayBeSample && cell.owner == id) {
      MapscopeWaited.look(probe, cell);
    }
    if (kind != OF_KEY && cell.watch != null) {
      cell.watch.passBy(cell, id, kind == OF_SIZE);
    } else if (mayBeSample && probe.armed && cell.owner == id) {
      MapscopeSamples.take(probe, map);
      if (kind == OF_KEY && probe.own && !probe.tally.crowded) {
        MapscopeWatch.begin(cell, probe.tally);
      }
    }
    return cell;
  }

  /** Gives a map in use a probe: one of its own if a walk may be spent, else a shared one. */
  private static MapscopeProbe adopt(Object map, long id, MapscopeProbe present) {
    if (!MapscopeSlots.has(map)) {
      return null;
    }
    if (present != null && isNested(present, id)) {
      return present;
    }
    MapscopeProbe probe;
    if (MapscopeSettings.isAgentThread(id)) {
      probe = agent;
    } else if ((present == null && MapscopeGate.births)
            || (present != null && present.tally.retired)
        ? MapscopeSettings.spendWalk()
        : MapscopeSettings.spendPromotion()) {
      probe = walk(map, id, MapscopeSite.FIRST_USE);
    } else {
      probe = overBudget;
    }
    if (probe == null || probe == present) {
      return present;
    }
    MapscopeProbe installed = MapscopeSlots.install(map, present, probe);
    if (installed == probe && probe.own) {
      probe.tally.announce(); // of threads that meet at a map's first use one gives it its account
    }
    return installed;
  }

  private static boolean isNested(MapscopeProbe probe, long id) {
    return find(probe.tally.table(), ~id) != null;
  }

  /** Without the lock when the thread has a cell, displaced by another or marked as busy. */
  @DontInline
  private static MapscopeCell cell(MapscopeProbe probe, long id) {
    MapscopeCell[] cells = probe.waited == null ? probe.cells : probe.tally.table();
    MapscopeCell cell = find(cells, id);
    if (cell != null) {
      return cell;
    }
    cell = find(cells, id | MapscopeWatch.WATCHED);
    if (cell != null) {
      cell.owner = id;
      return cell;
    }
    MapscopeCell busy = find(cells, ~id);
    return busy != null ? busy.shadow() : cellInTally(probe, id);
  }

  private static MapscopeCell cellInTally(MapscopeProbe probe, long id) {
    if (isCrowdedFor(id, probe)) {
      return cell(crowd(probe.tally), id);
    }
    MapscopeCell cell = probe.tally.cellOf(MapscopeThreads.carrierThread(), id);
    MapscopeCell[] cells = probe.tally.table();
    UNSAFE.storeStoreFence(); // who reads the table by a race sees the cells in it
    if (probe.waited == null) {
      probe.cells = cells;
    }
    if (cell.owner == (id | MapscopeWatch.WATCHED)) {
      cell.owner = id;
    }
    if (cell.owner != id) {
      return cell.shadow();
    }
    probe.latest = cell;
    return cell;
  }

  /** Whether a thread has no cell and gets none, because accounts take as much as they may. */
  private static boolean isCrowdedFor(long id, MapscopeProbe probe) {
    return MapscopeSettings.isFull()
        && probe.own
        && !probe.tally.isNew()
        && probe.tally.existingCell(id) == null;
  }

  /**
   * Where a thread counts that gets no cell on a map: it comes this way, through the slow path, at
   * each operation. Its cell stands for all maps of the site, so what looks at one map through a
   * cell (watched keys, functions in progress) leaves crowded maps alone; an operation on one map
   * inside an operation of the same thread on another of that site counts as part of it.
   */
  private static MapscopeProbe crowd(MapscopeTally tally) {
    tally.crowded = true;
    MapscopeSettings.crowded = true;
    MapscopeProbe present = tally.site.crowdProbe();
    if (present != null) {
      return present;
    }
    return MapscopeSettings.isOverfull() ? overBudget : tally.site.makeCrowd();
  }

  /**
   * The current carrier's cell on {@code map} also while an outer operation has taken it; null for
   * a map without a slot or inside the slow path. For counts that are no operations.
   */
  static MapscopeCell cellEvenIfTaken(Object map) {
    MapscopeThreads.pin();
    try {
      long id = MapscopeThreads.carrier();
      MapscopeProbe probe = MapscopeSlots.probe(map);
      if (probe == null) {
        probe = adopt(map, id, null);
      }
      if (probe == null) {
        return null;
      }
      MapscopeTally tally = isCrowdedFor(id, probe) ? crowd(probe.tally).tally : probe.tally;
      MapscopeCell cell = tally.existingCell(id);
      return cell != null ? cell : tally.cellOf(MapscopeThreads.carrierThread(), id);
    } finally {
      MapscopeThreads.unpin();
    }
  }

  /**
   * The cell with {@code owner} in {@code cells}, or null; probing starts at the thread's place.
   */
  private static MapscopeCell find(MapscopeCell[] cells, long owner) {
    int mask = cells.length - 1;
    int i = (int) (owner < 0 ? ~owner : owner) & mask;
    for (int n = 0; n <= mask; n++, i = (i + 1) & mask) {
      MapscopeCell cell = cells[i];
      if (cell == MapscopeCell.NOBODY || cell == null) {
        return null;
      }
      if (cell.owner == owner) {
        return cell;
      }
    }
    return null;
  }

  /**
   * Joins {@code wrapper} (a synchronized or checked view, a set from a map) with what it wraps.
   */
  public static void wrapped(Object wrapper, Object map) {
    if (MapscopeGate.rare) {
      try {
        MapscopeProbe probe = MapscopeSlots.has(map) ? MapscopeSlots.probe(map) : null;
        if (probe != null && !probe.tally.shared() && probe.tally.wraps == null) {
          probe.tally.wraps = map.getClass().getName();
          probe.tally.mapClass = wrapper.getClass().getName();
          probe.tally.mutex = MapscopeMonitors.mutexOf(wrapper);
        }
      } catch (Throwable problem) {
        MapscopeErrors.suppress(problem);
      }
    }
  }

  /** Puts the slot of {@code map} back as it was before any weaving. */
  public static void release(Object map) {
    MapscopeSlots.clear(map);
  }
}
