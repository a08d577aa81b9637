package io.mapscope.runtime.contention;

import java.lang.ref.WeakReference;
import java.util.MapscopeMonitors;
import org.jspecify.annotations.Nullable;

/** An object whose monitor was waited for, and the site of its map; keeps neither alive. */
record MonitorOwner(WeakReference<Object> monitor, ContendedSite site) {
  static MonitorOwner of(Object monitor, ContendedSite site) {
    return new MonitorOwner(new WeakReference<>(monitor), site);
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
