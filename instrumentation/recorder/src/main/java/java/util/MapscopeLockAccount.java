package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.misc.Unsafe;

/**
 * How often and how long threads have waited for one lock of {@code java.util.concurrent.locks}.
 *
 * <p>Waits that end with the lock held exclusively are added plainly, by the holder: the lock
 * itself keeps its waiters apart. All others (read locks, attempts given up) are added atomically
 * to fields of their own. Read by the collector, plainly and perhaps some waits late. Counted from
 * the first wait that {@link MapscopeLocks} saw; never keeps the lock alive.
 */
public final class MapscopeLockAccount extends WeakReference<Object> {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long SHARED_WAITS =
      UNSAFE.objectFieldOffset(MapscopeLockAccount.class, "sharedWaits");
  private static final long SHARED_NANOS =
      UNSAFE.objectFieldOffset(MapscopeLockAccount.class, "sharedNanos");

  /** Whether the lock guards maps, so that the listener hears of long waits; by the agent. */
  public boolean guards;

  /** What the listener keeps of the latest long waits, for the agent; by races. */
  public Object noted;

  final int hash;

  private long waits;
  private long nanos;
  private volatile long sharedWaits;
  private volatile long sharedNanos;

  MapscopeLockAccount(Object lock, int hash) {
    super(lock);
    this.hash = hash;
  }

  void addExclusive(long waitedNanos) {
    waits++;
    nanos += waitedNanos;
  }

  void addShared(long waitedNanos) {
    UNSAFE.getAndAddLong(this, SHARED_WAITS, 1);
    UNSAFE.getAndAddLong(this, SHARED_NANOS, waitedNanos);
  }

  /** Waits that have ended. */
  public long waits() {
    return waits + sharedWaits;
  }

  /** Their duration together. */
  public long nanos() {
    return nanos + sharedNanos;
  }
}
