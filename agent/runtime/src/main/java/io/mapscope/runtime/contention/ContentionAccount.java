package io.mapscope.runtime.contention;

import io.mapscope.profile.Attribution;
import io.mapscope.profile.Contention;
import io.mapscope.profile.LockWaits;
import io.mapscope.profile.Waits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.MapscopeFamilies;
import java.util.MapscopeOperation;

/**
 * What threads have waited for the maps of one site, by evidence: monitors of the maps themselves,
 * their bins and wrappers, and locks held around the maps. Guarded by the ledger's monitor.
 */
public final class ContentionAccount {
  /** Waits added up. */
  record Sum(long count, long nanos) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(count + other.count, nanos + other.nanos);
    }
  }

  private final MonitorWaits source;
  private final Map<Evidence, Sum> monitor = new EnumMap<>(Evidence.class);
  private final LockSums locks = new LockSums();

  public ContentionAccount(MonitorWaits source) {
    this.source = source;
  }

  void addMonitor(Evidence evidence, MonitorWait wait) {
    monitor.merge(evidence, new Sum(wait.count(), wait.nanos()), Sum::plus);
  }

  void addLock(String lockClass, long count, long nanos) {
    locks.add(lockClass, new Sum(count, nanos));
  }

  /** Blocked time of all threads so far. */
  public long blockedNanos() {
    return monitorTotal().nanos() + locks.total().nanos();
  }

  long monitorNanos() {
    return monitorTotal().nanos();
  }

  private Sum monitorTotal() {
    return monitor.values().stream().reduce(Sum.NONE, Sum::plus);
  }

  /** For the profile; {@code row} has the counters that need no attribution. */
  public Contention figures(long[] row) {
    Sum waited = monitorTotal();
    Sum locked = locks.total();
    return new Contention(
        waited.count() + locked.count(),
        waited.nanos() + locked.nanos(),
        source.measured() ? new Waits(waited.count(), waited.nanos()) : null,
        MapscopeFamilies.locks
            ? new LockWaits(locked.count(), locked.nanos(), locks.longest())
            : null,
        row[MapscopeOperation.COUNTER_COLLISIONS],
        row[MapscopeOperation.CAS_FAILURES],
        row[MapscopeOperation.RESIZE_HELPS],
        row[MapscopeOperation.TREE_BIN_WAITS],
        attributions(locked));
  }

  private List<Attribution> attributions(Sum locked) {
    List<Attribution> all = new ArrayList<>();
    monitor.forEach((evidence, sum) -> all.add(attribution(evidence, sum)));
    if (locked.count() > 0) {
      all.add(attribution(Evidence.HELD_LOCK, locked));
    }
    all.sort(Comparator.comparingLong((Attribution part) -> -part.nanos()));
    return all;
  }

  private static Attribution attribution(Evidence evidence, Sum sum) {
    return new Attribution(evidence.by(), evidence.certainty(), sum.count(), sum.nanos());
  }
}
