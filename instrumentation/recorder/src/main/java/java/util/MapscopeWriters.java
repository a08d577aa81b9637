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
 * <p>While the function of a {@code compute} or {@code replaceAll} runs there is no mark: it may
 * wait for other threads that it lets into the map one after the other, which is allowed.
 *
 * <p>Only maps with a probe of their own are marked: shared probes belong to many maps.
 */
public final class MapscopeWriters {
  /** Added to the id in a mark when the writer has left: a mark below 0 is nobody's. */
  static final long LEFT = Long.MIN_VALUE;

  /** Where the id ends in a mark: behind it stands the epoch in which the writer has left. */
  private static final int EPOCH_SHIFT = 40;

  private static final long EPOCHS = (1L << 63 - EPOCH_SHIFT) - 1;

  /**
   * What is added to a mark when its writer leaves: {@link #LEFT} and the present epoch. Woven code
   * that leaves by a throw adds the first alone: it is in the epoch 0, that of a gate that has
   * never moved. Plain, as the gate.
   */
  private static long left = LEFT;

  private static long epoch;

  /** Stands for "no mark to clear", so that woven code needs no branch; its mark means nothing. */
  private static final MapscopeProbe NONE = MapscopeAdoption.agent;

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
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
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
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
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
      probe.writer |= left;
      if (probe.question != null) {
        MapscopeOverlap.answer(probe);
      }
    }
  }

  @ForceInline
  private static MapscopeProbe mark(MapscopeProbe probe, Object map) {
    if (!probe.own) {
      return NONE;
    }
    if (probe.writer > 0) {
      met(probe, map);
      return NONE;
    }
    probe.writer = MapscopeThreads.current();
    return probe;
  }

  /** A read of any unsynchronised map. */
  static void check(Object map) {
    Object slot = MapscopeSlots.read(map);
    if (slot instanceof MapscopeProbe && ((MapscopeProbe) slot).writer > 0) {
      met((MapscopeProbe) slot, map);
    }
  }

  /** A mark was seen on entering: another thread's, or this thread's own further up the stack. */
  @DontInline
  static void met(MapscopeProbe probe, Object map) {
    long other = probe.writer;
    if (other <= 0 || other == MapscopeThreads.current()) {
      return;
    }
    MapscopeCell cell = MapscopeAdoption.cell(map, MapscopeThreads.carrier());
    cell.add(MapscopeOperation.OVERLAPS, 1);
    MapscopeOverlap.keep(probe, other);
  }

  /**
   * A function that the application handed to a write is about to run; returns what {@link #resume}
   * needs. Whatever the gate: it may have been closed since the mark was set, and be open again
   * before the function returns.
   */
  public static long pause(Object self) {
    try {
      Object map = MapscopeOwners.of(self);
      MapscopeProbe probe = map == null ? null : MapscopeSlots.probe(map);
      if (probe != null && probe.own && probe.writer > 0) {
        long id = MapscopeThreads.current();
        if (probe.writer == id) {
          probe.writer = id | left;
          return id;
        }
      }
    } catch (Throwable problem) {
      if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
        throw problem;
      }
      MapscopeErrors.suppressed++;
      MapscopeErrors.latest = problem;
    }
    return 0;
  }

  /**
   * From now on nobody is known as the last writer of any map: writes have gone or will go
   * unrecorded. By the agent, whenever it moves the gate; a write that ends at this very moment may
   * remain the last one known.
   */
  public static void forgetLast() {
    epoch = epoch + 1 & EPOCHS;
    left = LEFT | epoch << EPOCH_SHIFT;
  }

  /** Id of the thread that wrote to the map of {@code probe} last, 0 when that is not known. */
  static long last(MapscopeProbe probe) {
    long mark = probe.writer;
    if (!probe.own || mark > 0) {
      return probe.own ? mark : 0;
    }
    return (mark ^ left) >>> EPOCH_SHIFT == 0 ? mark & (1L << EPOCH_SHIFT) - 1 : 0;
  }

  /** The function has returned: the write goes on, unless another thread is inside meanwhile. */
  public static void resume(Object self, long paused) {
    if (paused != 0) {
      try {
        Object map = MapscopeOwners.of(self);
        MapscopeProbe probe = map == null ? null : MapscopeSlots.probe(map);
        if (probe != null && probe.writer > 0) {
          met(probe, map);
        } else if (probe != null) {
          probe.writer = paused;
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
