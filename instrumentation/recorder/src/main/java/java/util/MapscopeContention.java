package java.util;

import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * The traces that threads leave when they get into each other's way inside a concurrent map without
 * waiting for a monitor: lost compare-and-swaps, contended size counters, helped resizes, and waits
 * for the readers of a tree bin.
 *
 * <p>The maps themselves come here only when it has happened; {@link #swapped} alone is on a path
 * that writes take, and costs one branch on a result the map has just computed. Counts go to the
 * thread's own cell, also while an outer operation has taken it: who collides inside {@code putAll}
 * has collided.
 */
public final class MapscopeContention {
  private static final int PLACES = 64;

  /** Ids of threads that have waited in a tree bin and not yet been counted, by id. */
  private static final long[] WAITED = new long[PLACES];

  /** Whether {@link #WAITED} may hold any: keeps the way after a tree bin's update short. */
  private static boolean anyWaited;

  private MapscopeContention() {}

  /**
   * A compare-and-swap of {@code map} is through; not {@code won} means another thread was first.
   */
  @ForceInline
  public static void swapped(boolean won, Object map) {
    if (!won) {
      count(map, MapscopeOperation.CAS_FAILURES);
    }
  }

  /** The first attempt to adjust the element count of {@code map} has failed. */
  public static void counterCollided(Object map) {
    count(map, MapscopeOperation.COUNTER_COLLISIONS);
  }

  /** A thread moves bins: it helps when it was given the table that another thread made. */
  public static void transfers(Object nextTable, Object map) {
    if (nextTable != null) {
      count(map, MapscopeOperation.RESIZE_HELPS);
    }
  }

  /**
   * A writer is about to wait for the readers of a tree bin, which does not know its map. It holds
   * the bin's monitor: only a mark is left, for {@link #treeUpdated}. Two threads whose ids share a
   * place may lose one of two marks.
   */
  public static void treeBinWaits() {
    long id = MapscopeThreads.carrier();
    WAITED[(int) id & (PLACES - 1)] = id;
    anyWaited = true;
  }

  /** A tree bin of {@code map} has been updated, still under the bin's monitor. */
  @ForceInline
  public static void treeUpdated(Object map) {
    if (anyWaited) {
      countTreeBinWait(map);
    }
  }

  @DontInline
  private static void countTreeBinWait(Object map) {
    long id = MapscopeThreads.carrier();
    int place = (int) id & (PLACES - 1);
    if (WAITED[place] == id) {
      WAITED[place] = 0;
      count(map, MapscopeOperation.TREE_BIN_WAITS);
    }
  }

  @DontInline
  private static void count(Object map, int operation) {
    if (MapscopeGate.rare) {
      try {
        MapscopeCell cell = MapscopeAdoption.cellEvenIfTaken(map);
        if (cell != null) {
          cell.add(operation, 1);
        }
      } catch (Throwable problem) {
        MapscopeErrors.suppress(problem);
      }
    }
  }
}
