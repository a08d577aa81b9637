package io.mapscope.runtime.contention;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.MapscopeHeldLock;
import org.jspecify.annotations.Nullable;

/**
 * The locks held around sampled operations on the maps of one site, in how many of the samples, and
 * what threads have waited for them. A lock that was held in at least half of the samples guards
 * the maps. Guarded by the ledger's monitor.
 */
public final class GuardAccount {
  private static final double GUARDING_SHARE = 0.5;
  private static final int FEWEST_SAMPLES = 3;
  private static final int MOST_KINDS = 64;
  private static final int MOST_LOCKS = 256;

  /** Locks that are the same to a reader of the code. */
  record Kind(String className, @Nullable String field, boolean monitor, boolean clientSide) {
    static Kind of(MapscopeHeldLock lock) {
      return new Kind(lock.className, lock.field, lock.monitor, lock.clientSide);
    }

    /** A lock is seen before its class is known, then without its field. */
    boolean isMaybe(Kind named) {
      return equals(named)
          || (field == null
              && className.equals(named.className)
              && monitor == named.monitor
              && clientSide == named.clientSide);
    }
  }

  private final Map<Kind, Long> held = new HashMap<>();
  private final List<GuardLock> locks = new ArrayList<>();
  private long samples;

  /** Takes in the locks held around one operation. */
  public void admit(MapscopeHeldLock[] around) {
    samples++;
    for (MapscopeHeldLock lock : around) {
      Kind kind = Kind.of(lock);
      if (held.size() < MOST_KINDS || held.containsKey(kind)) {
        held.merge(kind, 1L, Long::sum);
      }
      remember(lock, kind);
    }
  }

  private void remember(MapscopeHeldLock lock, Kind kind) {
    Object now = lock.lock.get();
    if (now == null) {
      return;
    }
    for (GuardLock known : locks) {
      if (known.is(now)) {
        known.named(kind);
        return;
      }
    }
    if (locks.size() < MOST_LOCKS) {
      locks.add(new GuardLock(lock.lock, kind));
    }
  }

  /** Adds what was waited for the guarding locks since the last call. */
  public void addWaitsTo(ContentionAccount contention) {
    for (Iterator<GuardLock> it = locks.iterator(); it.hasNext(); ) {
      GuardLock lock = it.next();
      if (isGuarding(lock.kind())) {
        lock.addWaitsTo(contention);
      }
      if (lock.isGone()) {
        it.remove();
      }
    }
  }

  /** The guarding locks that are monitors, but for what the maps' own operations lock as well. */
  List<GuardLock> monitors() {
    return locks.stream()
        .filter(lock -> lock.kind().monitor() && isGuarding(lock.kind()))
        .filter(lock -> MonitorKind.of(lock.kind().className()) == MonitorKind.OTHER)
        .toList();
  }

  /** For the profile; null before there are enough samples to tell. */
  public @Nullable ExternalLock figures() {
    if (samples < FEWEST_SAMPLES) {
      return null;
    }
    Kind most = null;
    for (Kind kind : held.keySet()) {
      if (most == null || isBetter(kind, most)) {
        most = kind;
      }
    }
    return most == null || !isGuarding(most) ? ExternalLock.none() : ExternalLock.of(detail(most));
  }

  private boolean isBetter(Kind kind, Kind than) {
    double difference = share(kind) - share(than);
    return difference == 0 ? than.field() == null && kind.field() != null : difference > 0;
  }

  private LockDetail detail(Kind kind) {
    return new LockDetail(
        kind.className(),
        kind.field(),
        kind.monitor() ? LockDetail.MONITOR : LockDetail.LOCK,
        share(kind),
        samples,
        kind.clientSide());
  }

  private boolean isGuarding(Kind kind) {
    return samples >= FEWEST_SAMPLES && share(kind) >= GUARDING_SHARE;
  }

  private double share(Kind kind) {
    long in = 0;
    for (Map.Entry<Kind, Long> each : held.entrySet()) {
      in += each.getKey().isMaybe(kind) ? each.getValue() : 0;
    }
    return Math.min(1, (double) in / samples);
  }
}
