package java.util.concurrent.locks;

/** Whether the current thread holds a lock, asked of what is inside it: no code but the JDK's. */
public final class MapscopeHolds {
  private MapscopeHolds() {}

  /** For the synchronizer of a ReentrantLock or a ReentrantReadWriteLock. */
  public static boolean held(Object synchronizer) {
    if (synchronizer instanceof ReentrantLock.Sync) {
      return ((ReentrantLock.Sync) synchronizer).isHeldExclusively();
    }
    if (synchronizer instanceof ReentrantReadWriteLock.Sync) {
      ReentrantReadWriteLock.Sync sync = (ReentrantReadWriteLock.Sync) synchronizer;
      return sync.isHeldExclusively() || sync.getReadHoldCount() > 0;
    }
    return false;
  }

  /** Whether {@code lock} is held with this very stamp now. */
  public static boolean held(Object lock, long stamp) {
    return stamp != 0
        && lock.getClass() == StampedLock.class
        && (StampedLock.isWriteLockStamp(stamp) || StampedLock.isReadLockStamp(stamp))
        && ((StampedLock) lock).validate(stamp);
  }
}
