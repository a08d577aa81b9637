package java.util;

import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * The mark of a writer in progress on an unsynchronised map, and the detection of a second thread
 * that enters meanwhile: Go's "concurrent map read and map write" check.
 *
 * <p>Two threads inside such a map with a writer among them break its contract, whatever the luck
 * of the outcome. There are no false alarms by construction: whoever shares a lock, a queue or any
 * other happens-before edge with the writer sees the mark cleared, because it is cleared (also when
 * the operation throws) before the edge. Marks are plain fields, so an overlap may go unseen.
 *
 * <p>Only maps with a probe of their own are marked: shared probes belong to many maps.
 */
public final class MapscopeWriters {
  /** Stands for "no mark to clear", so that woven code needs no branch; its mark means nothing. */
  private static final MapscopeProbe NONE = MapscopeAdoption.AGENT;

  private MapscopeWriters() {}

  /**
   * A write begins; returns the probe whose mark has to be cleared at the end: by {@link #leave},
   * or, after a throw, by woven code without a call, so that no exhausted stack can prevent it.
   * Never null.
   */
  public static MapscopeProbe enter(Object self) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        Object slot = map == null ? null : MapscopeSlots.read(map);
        if (slot instanceof MapscopeProbe) {
          return mark((MapscopeProbe) slot, map);
        }
      } catch (Throwable problem) {
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return NONE;
  }

  /** {@link #enter} for HashMap and its kin, by the short way to their probe. */
  @ForceInline
  public static MapscopeProbe enterInValues(AbstractMap<?, ?> map) {
    if (MapscopeGate.open) {
      try {
        Object slot = map.values;
        if (slot instanceof MapscopeProbe) {
          return mark((MapscopeProbe) slot, map);
        }
      } catch (Throwable problem) {
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return NONE;
  }

  /** {@link #enterInValues} if the operation writes at all. */
  @ForceInline
  public static MapscopeProbe enterInValuesIf(AbstractMap<?, ?> map, boolean writes) {
    return writes ? enterInValues(map) : NONE;
  }

  /** The operation returns. */
  @ForceInline
  public static void leave(MapscopeProbe probe) {
    if (probe != NONE) {
      probe.writer = 0;
    }
  }

  @ForceInline
  private static MapscopeProbe mark(MapscopeProbe probe, Object map) {
    if (!probe.own) {
      return NONE;
    }
    if (probe.writer != 0) {
      met(probe, map);
      return NONE;
    }
    probe.writer = MapscopeThreads.current();
    return probe;
  }

  /** A read of any unsynchronised map. */
  static void check(Object map) {
    Object slot = MapscopeSlots.read(map);
    if (slot instanceof MapscopeProbe && ((MapscopeProbe) slot).writer != 0) {
      met((MapscopeProbe) slot, map);
    }
  }

  /** A mark was seen on entering: another thread's, or this thread's own further up the stack. */
  @DontInline
  static void met(MapscopeProbe probe, Object map) {
    long other = probe.writer;
    if (other == 0 || other == MapscopeThreads.current()) {
      return;
    }
    MapscopeCell cell = MapscopeAdoption.cell(map, MapscopeThreads.carrier());
    cell.add(MapscopeOperation.OVERLAPS, 1);
    MapscopeFacts.offer(MapscopeFact.OVERLAP, probe.tally, other, 0, 0, 0, null, true);
  }
}
