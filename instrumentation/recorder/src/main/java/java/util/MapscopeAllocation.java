package java.util;

import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * What maps allocate beyond the node of a counted new {@code put}: tables, nodes made by bulk and
 * compute operations, tree nodes, and what a map held when its constructor was through.
 *
 * <p>Called on paths that allocate anyway. Woven methods count in a local variable and call once,
 * at their end and only when there is something to tell. The figures go to the row of the map, past
 * an outer operation in progress, because they are no operations.
 */
public final class MapscopeAllocation {
  private MapscopeAllocation() {}

  /** 1 when an inner put found no value before, 0 otherwise; for woven code that adds it up. */
  @ForceInline
  public static int absent(Object previous) {
    return previous == null ? 1 : 0;
  }

  /** A woven method has made {@code made} nodes. */
  @ForceInline
  public static void nodes(Object self, int made) {
    if (made != 0 && MapscopeGate.open) {
      add(self, MapscopeOperation.NODES, made);
    }
  }

  /** A woven method has made {@code made} nodes of the other kind. */
  @ForceInline
  public static void otherNodes(Object self, int made) {
    if (made != 0 && MapscopeGate.open) {
      add(self, MapscopeOperation.OTHER_NODES, made);
    }
  }

  /** A woven method has made {@code made} bins into trees; what that allocates comes besides. */
  @ForceInline
  public static void treeBins(Object self, int made) {
    if (made != 0 && MapscopeGate.rare) {
      add(self, MapscopeOperation.TREE_BINS, made);
    }
  }

  /** A new entry became a tree node and not the ordinary one it is counted as. */
  public static void treeNodeInserted(Object map) {
    treeNodesInserted(map, 1);
  }

  /** The same of {@code made} entries. */
  @ForceInline
  public static void treeNodesInserted(Object map, int made) {
    if (made != 0 && MapscopeGate.open) {
      add(map, MapscopeOperation.OTHER_NODES, made);
      add(map, MapscopeOperation.NODES, -made);
    }
  }

  /** {@code map} is about to get {@code fresh} as its table, perhaps in the place of another. */
  public static void table(Object map, Object[] fresh) {
    if (MapscopeGate.rare && fresh != null) {
      try {
        MapscopeProbe probe = MapscopeSlots.probe(map);
        int old = MapscopeSizes.tableLength(map);
        if (isCounted(probe) && fresh.length > old) {
          long bytes = MapscopeLayout.arrayBytes(fresh.length);
          probe.tally.addTable(fresh.length, bytes, old > 0);
          if (old > 0) {
            MapscopeFacts.offer(
                MapscopeFact.RESIZE, probe.tally, old, fresh.length, bytes, 0, null, false);
          }
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** A constructor, {@code clone} or {@code readObject} is through: what the map holds is new. */
  static void born(Object map, MapscopeProbe probe) {
    if (isCounted(probe)) {
      int length = MapscopeSizes.tableLength(map);
      long bytes = length == 0 ? 0 : MapscopeLayout.arrayBytes(length);
      probe.tally.addBorn(MapscopeSizes.entries(map), length, bytes);
    }
  }

  /** A map without a probe is being constructed, see {@link #born}, or older than its tracking. */
  private static boolean isCounted(MapscopeProbe probe) {
    return probe != null && probe.own;
  }

  @DontInline
  private static void add(Object self, int counter, long delta) {
    try {
      Object map = MapscopeOwners.of(self);
      if (map != null && isCounted(MapscopeSlots.probe(map))) {
        MapscopeAdoption.cellEvenIfTaken(map).add(counter, delta);
      }
    } catch (Throwable problem) {
      if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
        throw problem;
      }
      MapscopeErrors.suppressed++;
      MapscopeErrors.latest = problem;
    }
  }
}
