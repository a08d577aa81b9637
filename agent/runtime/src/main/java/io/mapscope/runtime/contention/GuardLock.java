package io.mapscope.runtime.contention;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeLockAccount;
import java.util.MapscopeLocks;
import java.util.MapscopeTally;
import org.jspecify.annotations.Nullable;

/**
 * One lock object seen held around maps, and how much of its waiting has been added up already:
 * that of before it was first seen held is included.
 */
final class GuardLock {
  private static final int MOST_MAPS = 16;

  private final WeakReference<Object> lock;
  private GuardAccount.Kind kind;
  private @Nullable MapscopeLockAccount account;
  private final List<MapscopeTally> maps = new ArrayList<>();
  private @Nullable LongWait told;
  private long waitsAdded;
  private long nanosAdded;

  GuardLock(WeakReference<Object> lock, GuardAccount.Kind kind) {
    this.lock = lock;
    this.kind = kind;
  }

  boolean is(Object other) {
    return lock.refersTo(other);
  }

  boolean isGone() {
    return lock.refersTo(null);
  }

  WeakReference<Object> lock() {
    return lock;
  }

  GuardAccount.Kind kind() {
    return kind;
  }

  /** Takes the better name. */
  void named(GuardAccount.Kind other) {
    if (kind.field() == null) {
      kind = other;
    }
  }

  /** It was held around {@code map}; of those of a site that it guards some are enough. */
  void heldAround(MapscopeTally map) {
    maps.removeIf(known -> known.refersTo(null));
    if (maps.size() < MOST_MAPS && !maps.contains(map)) {
      maps.add(map);
    }
  }

  /** Maps that it was seen held around. */
  List<MapscopeTally> maps() {
    return maps;
  }

  /** Adds what was waited for it since the last call, if anything, and tells of that. */
  void addWaitsTo(ContendedSite site, WaitListener listener) {
    if (account == null) {
      account = MapscopeLocks.accountOfQueue(lock.get());
    }
    MapscopeLockAccount waited = account;
    if (waited != null && waited.waits() > waitsAdded) {
      long waits = waited.waits();
      long nanos = waited.nanos();
      MonitorWait added =
          new MonitorWait(
              0,
              kind.className(),
              null,
              waits - waitsAdded,
              nanos - nanosAdded,
              latestLong(waited));
      waitsAdded = waits;
      nanosAdded = nanos;
      site.contention().addLock(added.monitorClass(), added.count(), added.nanos());
      listener.attributed(site, Evidence.HELD_LOCK, added);
    }
  }

  /** The long wait that is not told yet; from the second time on, when it is known as a guard. */
  private @Nullable LongWait latestLong(MapscopeLockAccount waited) {
    waited.guards = true;
    LongWait latest = waited.noted instanceof LongWait wait ? wait : null;
    if (latest == told) {
      return null;
    }
    told = latest;
    return latest;
  }
}
