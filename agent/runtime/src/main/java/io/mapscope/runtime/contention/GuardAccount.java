package io.mapscope.runtime.contention;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.MapscopeHeldLock;
import java.util.MapscopeTally;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The locks held around sampled operations on the maps of one site, in how many of the samples, and
 * what threads have waited for them. A lock that was held in at least half of the samples guards
 * the maps; of several the one held most often is named, and of those held about as often the one
 * taken last: a map's own lock is often taken under one of what surrounds it. Guarded by the
 * ledger's monitor.
 */
public final class GuardAccount {
  private static final double GUARDING_SHARE = 0.5;
  private static final int FEWEST_SAMPLES = 3;

  /**
   * So many looks may miss a lock that was held: compiled code forgets variables that it needs no
   * more, and with {@code this} the way to its fields. It counts for one in four samples at most.
   */
  private static final int MOST_UNSEEN = 2;

  private static final int SAMPLES_PER_UNSEEN = 4;
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

  /** How often a kind was held, and how far from the operation: 0 is the lock taken last. */
  private static final class Held {
    private long times;
    private long ranks;
  }

  private final Map<Kind, Held> held = new HashMap<>();
  private final List<GuardLock> locks = new ArrayList<>();
  private long samples;
  private boolean lookedTooEarly;

  /**
   * Takes in the locks held around one operation on {@code map}, the one taken last first.
   *
   * @param around null when the look came before the fields of the classes on the stack were known
   */
  public void admit(MapscopeTally map, MapscopeHeldLock @Nullable [] around) {
    lookedTooEarly = around == null;
    if (around == null) {
      return;
    }
    samples++;
    for (int rank = 0; rank < around.length; rank++) {
      Kind kind = Kind.of(around[rank]);
      if (held.size() < MOST_KINDS || held.containsKey(kind)) {
        Held counted = held.computeIfAbsent(kind, first -> new Held());
        counted.times++;
        counted.ranks += rank;
      }
      remember(around[rank], kind, map);
    }
  }

  private void remember(MapscopeHeldLock lock, Kind kind, MapscopeTally map) {
    Object now = lock.lock.get();
    if (now == null) {
      return;
    }
    for (GuardLock known : locks) {
      if (known.is(now)) {
        known.named(kind);
        known.heldAround(map);
        return;
      }
    }
    if (locks.size() < MOST_LOCKS) {
      GuardLock first = new GuardLock(lock.lock, kind);
      first.heldAround(map);
      locks.add(first);
    }
  }

  /** Whether the last look came too early, and another should be taken soon. */
  public boolean isLookNeeded() {
    return lookedTooEarly;
  }

  /** Adds what was waited for the locks that guard {@code site} since the last call. */
  public void addWaitsTo(ContendedSite site, WaitListener listener) {
    for (Iterator<GuardLock> it = locks.iterator(); it.hasNext(); ) {
      GuardLock lock = it.next();
      if (isGuarding(lock.kind())) {
        lock.addWaitsTo(site, listener);
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
    long most = held.keySet().stream().mapToLong(this::times).max().orElse(0);
    long enough = most - Math.min(MOST_UNSEEN, samples / SAMPLES_PER_UNSEEN);
    return held.keySet().stream()
        .filter(kind -> isGuarding(kind) && times(kind) >= enough && !isNamedElsewhere(kind))
        .min(Comparator.comparingDouble(this::rank))
        .map(kind -> ExternalLock.of(detail(kind)))
        .orElseGet(ExternalLock::none);
  }

  private boolean isNamedElsewhere(Kind kind) {
    return kind.field() == null
        && held.keySet().stream().anyMatch(named -> named.field() != null && kind.isMaybe(named));
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
    return Math.min(1, (double) times(kind) / samples);
  }

  private long times(Kind kind) {
    return sum(kind, each -> each.times);
  }

  private double rank(Kind kind) {
    return (double) sum(kind, each -> each.ranks) / times(kind);
  }

  private long sum(Kind kind, ToLongFunction<Held> figure) {
    return held.entrySet().stream()
        .filter(each -> each.getKey().isMaybe(kind))
        .mapToLong(each -> figure.applyAsLong(each.getValue()))
        .sum();
  }
}
