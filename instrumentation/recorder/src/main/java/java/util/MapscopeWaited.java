package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.vm.annotation.DontInline;

/**
 * The mark of a map that threads have lately waited for a monitor of, its own or one around it:
 * while it lasts, operations that may have waited are looked at, because a wait becomes known only
 * when the operation, and with it the span that the thread was in, is long over.
 *
 * <p>Set by the agent for a time, on the map's probe; the first operation after that takes it away.
 * It costs the fast path nothing: a marked map has no table of cells in its probe, only the {@link
 * MapscopeProbe#latest} cell. So an operation comes here when another thread has used the map since
 * the thread's last one, which whoever held the monitor has done as a rule, when an agent's sample
 * has emptied the fast path, and always on a virtual thread, which shares its carrier's cell.
 *
 * <p>A thread looks once a millisecond for each monitor at most. None that waited for longer is
 * left out by that: the look before is then a millisecond ago. Two threads whose looks share one of
 * {@value #PLACES} places may look more often.
 *
 * <p>Only a thread that holds the monitor looks, and only while that is one that threads queue for.
 * Not where the JVM keeps monitors in a table of their own (see {@link MapscopeMonitors}).
 */
public final class MapscopeWaited {
  private static final long APART_NANOS = 1_000_000;
  private static final int PLACES = 512;

  /** Who has looked and when, in pairs; written by races, of which one look too many may come. */
  private static final long[] LOOKED = new long[2 * PLACES];

  private final WeakReference<Object> monitor;
  private final long endNanos;

  private MapscopeWaited(Object monitor, long endNanos) {
    this.monitor = new WeakReference<>(monitor);
    this.endNanos = endNanos;
  }

  /** Threads have waited for {@code monitor} to use {@code map}, and may do so again. */
  public static void mark(Object map, Object monitor, long forNanos) {
    MapscopeProbe probe = MapscopeSlots.has(map) ? MapscopeSlots.probe(map) : null;
    if (probe != null && probe.own) {
      probe.waited = new MapscopeWaited(monitor, System.nanoTime() + forNanos);
      probe.emptyFastPath();
    }
  }

  /** In the slow path of an operation on a map with the mark; outermost operations only. */
  @DontInline
  static void look(MapscopeProbe probe, MapscopeCell cell) {
    try {
      MapscopeWaited mark = probe.waited;
      Object lock = mark == null ? null : mark.monitor.get();
      long now = System.nanoTime();
      if (lock == null || now - mark.endNanos > 0) {
        probe.waited = null;
        return;
      }
      boolean isVirtual = Thread.currentThread() != MapscopeThreads.carrierThread();
      probe.latest = isVirtual ? MapscopeCell.NOBODY : cell;
      long address = MapscopeMonitors.addressOf(lock);
      if (address != 0 && Thread.holdsLock(lock) && isDue(address, now)) {
        MapscopeFacts.tellLook(address);
      }
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
  }

  private static boolean isDue(long address, long nowNanos) {
    long id = MapscopeThreads.current();
    long who = address ^ (id << Integer.SIZE);
    int place = 2 * (int) ((id ^ (address >>> Byte.SIZE)) & (PLACES - 1));
    if (LOOKED[place] == who && nowNanos - LOOKED[place + 1] < APART_NANOS) {
      return false;
    }
    LOOKED[place] = who;
    LOOKED[place + 1] = nowNanos;
    return true;
  }

  /** Who has looked is as if nobody had. */
  static void forget() {
    Arrays.fill(LOOKED, 0);
  }
}
