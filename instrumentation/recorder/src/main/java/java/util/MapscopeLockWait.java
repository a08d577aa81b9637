package java.util;

import jdk.internal.vm.annotation.DontInline;

/**
 * One thread's wait for one lock, from the moment it finds the lock taken; made before it waits, so
 * that at the end, when the lock is held, two plain stores are all there is to do. Long waits for
 * the guards of maps are told besides, on the thread that waited, but without its stack.
 */
public final class MapscopeLockWait {
  /** Stands for "not a lock" and "not recorded". */
  static final MapscopeLockWait NONE = new MapscopeLockWait(null, false, 0);

  /** Shorter waits are figures only: their events would be below the default threshold. */
  private static final long LONG_NANOS = 1_000_000;

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
    if (waitedNanos >= LONG_NANOS && account.guards) {
      tell(waitedNanos);
    }
  }

  @DontInline
  private void tell(long waitedNanos) {
    try {
      MapscopeThreads.pin();
      try {
        MapscopeFacts.tellWait(account, waitedNanos);
      } finally {
        MapscopeThreads.unpin();
      }
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
  }
}
