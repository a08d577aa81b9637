package java.util;

/**
 * The channel for rare facts that need more than a counter: a ring of a few hundred places, many
 * writers, one reader.
 *
 * <p>Bounded and lossy: each kind has a number of facts that may be recorded between two ticks of
 * the agent, because a stack costs microseconds; what exceeds it, or finds the ring full, is not
 * kept, and counted. Nothing exact depends on it: quantities are counters in the cells.
 *
 * <p>Never offered while the target holds a lock that this could lengthen.
 */
public final class MapscopeFacts {
  private static final int PLACES = 512;
  private static final MapscopeFact[] RING = new MapscopeFact[PLACES];
  private static int first;
  private static int pending;

  /**
   * Facts of each kind that may still be recorded before the agent's next tick. Decremented without
   * synchronization: two threads may spend the same one.
   */
  private static final int[] LEFT = new int[MapscopeFact.KINDS];

  /** The agent's ear, or null. */
  public static volatile MapscopeListener listener;

  private MapscopeFacts() {}

  /** Allows {@code facts} more facts of {@code kind} until the next call; by the agent's tick. */
  public static void allow(int kind, int facts) {
    LEFT[kind] = facts;
  }

  /** Whether a fact of {@code kind} would be taken now; spares the making of its parts. */
  static boolean wants(int kind) {
    return LEFT[kind] > 0;
  }

  /**
   * Records a fact about the map of {@code tally} and tells the listener, unless the map is
   * untracked or the kind's allowance is spent. Never throws.
   */
  static void offer(
      int kind,
      MapscopeTally tally,
      long a,
      long b,
      long c,
      long d,
      Object detail,
      boolean withStack) {
    try {
      if (tally.shared()) {
        return;
      }
      int left = LEFT[kind];
      if (left <= 0) {
        drop(kind);
        return;
      }
      LEFT[kind] = left - 1;
      long startNanos = System.nanoTime();
      deliver(new MapscopeFact(kind, tally, a, b, c, d, detail, withStack));
      MapscopeCost.since(startNanos);
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
  }

  private static void deliver(MapscopeFact fact) {
    MapscopeThreads.pin();
    try {
      if (!put(fact)) {
        drop(fact.kind);
        return;
      }
      MapscopeListener ear = listener;
      if (ear != null) {
        tell(ear, fact);
      }
    } finally {
      MapscopeThreads.unpin();
    }
  }

  /** Compound races are counted by their facts alone, all else by counters or as samples. */
  private static void drop(int kind) {
    if (kind == MapscopeFact.COMPOUND_RACE) {
      MapscopeErrors.dropped++;
    } else {
      MapscopeErrors.unkept++;
    }
  }

  private static void tell(MapscopeListener ear, MapscopeFact fact) {
    int place = MapscopeReentry.enter(MapscopeThreads.carrier());
    if (place < 0) {
      return;
    }
    try {
      ear.happened(fact);
    } finally {
      MapscopeReentry.leave(place);
    }
  }

  /** Tells the listener of a look at an operation; the thread is pinned. */
  static void tellLook(long monitorAddress, long idleNanos) {
    MapscopeListener ear = listener;
    int place = ear == null ? -1 : MapscopeReentry.enter(MapscopeThreads.carrier());
    if (place < 0) {
      return;
    }
    try {
      ear.looked(monitorAddress, idleNanos);
    } finally {
      MapscopeReentry.leave(place);
    }
  }

  /** Tells the listener of a wait that is over; the thread is pinned. */
  static void tellWait(MapscopeLockAccount lock, long nanos) {
    MapscopeListener ear = listener;
    int place = ear == null ? -1 : MapscopeReentry.enter(MapscopeThreads.carrier());
    if (place < 0) {
      return;
    }
    try {
      ear.waited(lock, nanos);
    } finally {
      MapscopeReentry.leave(place);
    }
  }

  private static boolean put(MapscopeFact fact) {
    synchronized (RING) {
      if (pending == PLACES) {
        return false;
      }
      RING[(first + pending++) & (PLACES - 1)] = fact;
      return true;
    }
  }

  /** Drops what nobody has taken and the agent's ear. */
  static void forget() {
    listener = null;
    Arrays.fill(LEFT, 0);
    synchronized (RING) {
      Arrays.fill(RING, null);
      pending = 0;
    }
  }

  /** The oldest fact not yet taken, or null; for the collector. */
  public static MapscopeFact take() {
    synchronized (RING) {
      if (pending == 0) {
        return null;
      }
      MapscopeFact fact = RING[first];
      RING[first] = null;
      first = (first + 1) & (PLACES - 1);
      pending--;
      return fact;
    }
  }
}
