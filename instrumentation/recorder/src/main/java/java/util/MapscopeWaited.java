package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.vm.annotation.DontInline;

/**
 * The mark of maps that threads have lately waited for a monitor of, their own or one around them:
 * while it lasts, operations that may have waited are looked at, because a wait becomes known only
 * when the operation, and with it the span that the thread was in, is long over.
 *
 * <p>Set by the agent for a time, on the probes of all maps of one monitor; the first operation
 * after that takes it away. It costs the fast path nothing: a marked map has no table of cells in
 * its probe, only the {@link MapscopeProbe#latest} cell, which is that of the thread on turn. So an
 * operation comes here when another thread has used one of the maps since the thread's last one,
 * which whoever held the monitor has done as a rule; and always on a virtual thread, which shares
 * its carrier's cell.
 *
 * <p>A thread looks once a millisecond for each monitor at most. None that waited for longer is
 * left out by that: the look before is then a millisecond ago. What may be left out are operations
 * of the thread on turn; hence with each look it is told since when the thread was not. A wait that
 * ended after that was for the very operation that is looked at. That time is never before the gate
 * was last opened, because what the thread did with the gate closed was not seen.
 *
 * <p>Only a thread that holds the monitor looks, and only while that is one that threads queue for.
 * Not where the JVM keeps monitors in a table of their own (see {@link MapscopeMonitors}).
 */
public final class MapscopeWaited {
  static final long APART_NANOS = 1_000_000;

  private final WeakReference<Object> monitor;
  private final WeakReference<MapscopeProbe>[] probes;

  /** From then on all operations of threads not on turn come here; plain, by any thread. */
  private long beginNanos;

  /** Set by the agent, read by any thread. */
  private long endNanos;

  /** The thread on turn; plain, as a rule under the monitor. */
  private long user;

  private MapscopeWaited(Object monitor, WeakReference<MapscopeProbe>[] probes, long forNanos) {
    this.monitor = new WeakReference<>(monitor);
    this.probes = probes;
    this.beginNanos = System.nanoTime();
    this.endNanos = beginNanos + forNanos;
  }

  /**
   * Threads have waited for {@code monitor} to use one of {@code maps}, and may do so again. Called
   * by the agent; renews the mark that the maps have already.
   */
  public static void mark(Object monitor, Object[] maps, long forNanos) {
    MapscopeProbe[] all = new MapscopeProbe[maps.length];
    int count = 0;
    for (Object map : maps) {
      MapscopeProbe probe = MapscopeSlots.has(map) ? MapscopeSlots.probe(map) : null;
      if (probe != null && probe.own) {
        all[count++] = probe;
      }
    }
    if (count > 0) {
      MapscopeWaited mark = all[0].waited;
      if (mark != null && mark.isOf(monitor, all, count)) {
        mark.endNanos = System.nanoTime() + forNanos;
      } else {
        put(monitor, Arrays.copyOf(all, count), forNanos);
      }
    }
  }

  private boolean isOf(Object lock, MapscopeProbe[] all, int count) {
    boolean same = monitor.refersTo(lock) && probes.length == count;
    for (int i = 0; same && i < count; i++) {
      same = all[i].waited == this;
    }
    return same && System.nanoTime() - endNanos < 0;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void put(Object monitor, MapscopeProbe[] all, long forNanos) {
    WeakReference<MapscopeProbe>[] probes = new WeakReference[all.length];
    for (int i = 0; i < all.length; i++) {
      probes[i] = new WeakReference<>(all[i]);
    }
    MapscopeWaited mark = new MapscopeWaited(monitor, probes, forNanos);
    for (MapscopeProbe probe : all) {
      probe.waited = mark;
      probe.emptyFastPath();
    }
    mark.beginNanos = System.nanoTime();
  }

  /** In the slow path of an operation on a map with the mark; outermost operations only. */
  @DontInline
  static void look(MapscopeProbe probe, MapscopeCell cell) {
    try {
      MapscopeWaited mark = probe.waited;
      Object lock = mark == null ? null : mark.monitor.get();
      long now = System.nanoTime();
      if (lock == null || now - mark.endNanos >= 0) {
        probe.waited = null;
        return;
      }
      long address = MapscopeMonitors.addressOf(lock);
      if (address != 0) {
        mark.look(probe, cell, lock, address, now);
      }
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
  }

  private void look(
      MapscopeProbe probe, MapscopeCell cell, Object lock, long address, long nowNanos) {
    if (probe.cells != MapscopeTally.EMPTY) {
      probe.emptyFastPath(); // a thread in the slow path has put the cells back
      beginNanos = nowNanos;
    }
    long id = MapscopeThreads.current();
    long since = nowNanos;
    if (user != id) {
      since = turn(id, address, nowNanos);
    }
    boolean isVirtual = Thread.currentThread() != MapscopeThreads.carrierThread();
    probe.latest = isVirtual ? MapscopeCell.NOBODY : cell;
    if (MapscopeTurns.isDue(id, address, nowNanos) && Thread.holdsLock(lock)) {
      MapscopeFacts.tellLook(address, nowNanos - since);
    }
  }

  /** Begins a turn; since when the thread has used none of the maps, at times in the future. */
  private long turn(long id, long address, long nowNanos) {
    if (user != 0) {
      MapscopeTurns.end(user, address, nowNanos);
    }
    user = id;
    for (WeakReference<MapscopeProbe> each : probes) {
      MapscopeProbe probe = each.get();
      if (probe != null) {
        probe.latest = MapscopeCell.NOBODY;
      }
    }
    long since = MapscopeTurns.begin(id, address, nowNanos);
    return later(later(since, beginNanos), MapscopeGate.openedNanos);
  }

  /** A thread may not have seen the mark or the gate for a moment after it was set. */
  private static long later(long since, long seenNanos) {
    long surely = seenNanos + APART_NANOS;
    return since - surely > 0 ? since : surely;
  }
}
