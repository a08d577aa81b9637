package java.util;

/**
 * One thread's wait for one lock, from the moment it finds the lock taken; made before it waits, so
 * that at the end, when the lock is held, two plain stores are all there is to do.
 */
public final class MapscopeLockWait {
  /** Stands for "not a lock" and "not recorded". */
  static final MapscopeLockWait NONE = new MapscopeLockWait(null, false, 0);

  private final MapscopeLockAccount account;
  private final boolean exclusive;
  private final long startNanos;

  MapscopeLockWait(MapscopeLockAccount account, boolean exclusive, long startNanos) {
    this.account = account;
    this.exclusive = exclusive;
    this.startNanos = startNanos;
  }

  void end(boolean acquired) {
    long waitedNanos = System.nanoTime() - startNanos;
    if (exclusive && acquired) {
      account.addExclusive(waitedNanos);
    } else {
      account.addShared(waitedNanos);
    }
  }
}
