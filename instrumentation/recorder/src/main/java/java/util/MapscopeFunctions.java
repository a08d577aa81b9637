package java.util;

import jdk.internal.vm.annotation.ForceInline;

/**
 * Functions that the application handed to {@code computeIfAbsent}, {@code compute} and the like,
 * while they run: how long, and whether they compute on the map they are called for, which no map
 * allows.
 *
 * <p>The mark of a function in progress is the id of its thread in the thread's cell, so no thread
 * writes what others share. A virtual thread that changes its carrier inside a function keeps the
 * mark on the first one; then its recursion goes unseen, and none is ever seen that is not there.
 * The mark is cleared however the function ends.
 */
public final class MapscopeFunctions {
  /** Stands for "no mark to clear", so that woven code needs no branch; its mark means nothing. */
  private static final MapscopeCell NOTHING = new MapscopeCell(0, null);

  /** Recursions of one map that are told with their stack. */
  private static final int MOST_TOLD = 3;

  private MapscopeFunctions() {}

  /** What woven code holds before the first function; never null. */
  @ForceInline
  public static MapscopeCell none() {
    return NOTHING;
  }

  /** A function is about to be called; returns the cell whose mark has to be cleared, not null. */
  public static MapscopeCell begin(Object self) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        MapscopeProbe probe = map == null ? null : MapscopeSlots.probe(map);
        if (probe != null && probe.own) {
          MapscopeCell cell = MapscopeAdoption.cellEvenIfTaken(map);
          return probe.tally.crowded ? NOTHING : mark(cell, probe.tally);
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return NOTHING;
  }

  private static MapscopeCell mark(MapscopeCell cell, MapscopeTally tally) {
    long id = MapscopeThreads.current();
    if (cell.inFunction == id) {
      recursed(cell, tally);
      return NOTHING; // the mark is the outer function's
    }
    cell.inFunction = id;
    if (cell.recursed) {
      cell.recursed = false;
    }
    return cell;
  }

  /**
   * Counts a recursion and tells the first few of a map, with the stack: the outer function may
   * hold a bin, which those few do not lengthen by more than themselves.
   */
  private static void recursed(MapscopeCell cell, MapscopeTally tally) {
    cell.add(MapscopeOperation.RECURSIONS, 1);
    cell.recursed = true;
    if (tally.recursionsTold < MOST_TOLD) {
      tally.recursionsTold++;
      MapscopeFacts.offer(MapscopeFact.RECURSION, tally, 0, 0, 0, 0, null, true);
    }
  }

  /** The clock at the start of a function; 0 outside of a window. */
  @ForceInline
  public static long start() {
    return MapscopeTiming.startFunction();
  }

  /** The function has returned. */
  public static void end(Object self, MapscopeCell cell, long start) {
    if (cell != NOTHING) {
      cell.inFunction = 0;
    }
    if (start != 0) {
      MapscopeTiming.ended(start, self, MapscopeTiming.FUNCTION);
    }
  }

  /**
   * The map itself has found a function that changes it, and is about to throw; perhaps at the end
   * of a function whose recursion has been counted already.
   */
  public static void refused(Object self) {
    if (MapscopeGate.rare) {
      try {
        Object map = MapscopeOwners.of(self);
        MapscopeProbe probe = map == null ? null : MapscopeSlots.probe(map);
        if (probe != null && probe.own) {
          MapscopeCell cell = MapscopeAdoption.cellEvenIfTaken(map);
          if (!cell.recursed) {
            recursed(cell, probe.tally);
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
}
