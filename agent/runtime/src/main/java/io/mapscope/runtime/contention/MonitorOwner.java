package io.mapscope.runtime.contention;

import java.lang.ref.WeakReference;
import java.util.MapscopeMonitors;
import org.jspecify.annotations.Nullable;

/**
 * An object whose monitor was waited for, and the site of its map; does not keep it alive.
 *
 * @param guardClass class of a lock around the map; null when the monitor is the map's own
 */
record MonitorOwner(
    WeakReference<Object> monitor, ContendedSite site, @Nullable String guardClass) {
  static MonitorOwner of(Object monitor, ContendedSite site) {
    return new MonitorOwner(new WeakReference<>(monitor), site, null);
  }

  static MonitorOwner guard(GuardLock lock, ContendedSite site) {
    return new MonitorOwner(lock.lock(), site, lock.kind().className());
  }

  /** Counts {@code wait} as one for this monitor, and says on what evidence. */
  Evidence credit(MonitorWait wait) {
    if (guardClass != null) {
      site.contention().addLock(guardClass, wait.count(), wait.nanos());
      return Evidence.HELD_LOCK;
    }
    site.contention().addMonitor(Evidence.MONITOR, wait);
    return Evidence.MONITOR;
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
