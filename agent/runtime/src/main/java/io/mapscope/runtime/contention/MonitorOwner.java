package io.mapscope.runtime.contention;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.MapscopeMonitors;
import java.util.MapscopeTally;
import org.jspecify.annotations.Nullable;

/**
 * An object whose monitor was waited for, and the site of its map; does not keep it alive.
 *
 * @param map the one that the monitor is of, or null when it is a bin's or a lock's around maps
 * @param guard the lock around maps, or null when the monitor is the map's own
 */
record MonitorOwner(
    WeakReference<Object> monitor,
    ContendedSite site,
    @Nullable MapscopeTally map,
    @Nullable GuardLock guard) {
  static MonitorOwner map(Object monitor, MapscopeTally map, ContendedSite site) {
    return new MonitorOwner(new WeakReference<>(monitor), site, map, null);
  }

  static MonitorOwner bin(Object head, ContendedSite site) {
    return new MonitorOwner(new WeakReference<>(head), site, null, null);
  }

  static MonitorOwner guard(GuardLock lock, ContendedSite site) {
    return new MonitorOwner(lock.lock(), site, null, lock);
  }

  /** Counts {@code wait} as one for this monitor, and says on what evidence. */
  Evidence credit(MonitorWait wait) {
    if (guard != null) {
      site.contention().addLock(guard.kind().className(), wait.count(), wait.nanos());
      return Evidence.HELD_LOCK;
    }
    site.contention().addMonitor(Evidence.MONITOR, wait);
    return Evidence.MONITOR;
  }

  /** Maps that threads use with the monitor held; none for a bin, inside an operation. */
  List<MapscopeTally> maps() {
    if (guard != null) {
      return guard.maps();
    }
    return map != null ? List.of(map) : List.of();
  }

  boolean isGone() {
    return monitor.refersTo(null);
  }

  @Nullable Object monitorNow() {
    return monitor.get();
  }

  /** Whether it still has that monitor: they are reused for other objects when idle for long. */
  boolean isOwnerOf(MonitorWait wait) {
    Object now = monitor.get();
    return now != null
        && MapscopeMonitors.addressOf(now) == wait.address()
        && now.getClass().getName().equals(wait.monitorClass());
  }
}
