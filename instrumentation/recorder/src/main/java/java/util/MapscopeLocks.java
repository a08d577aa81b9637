package java.util;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;

/**
 * The waits for {@code ReentrantLock}, {@code ReentrantReadWriteLock} and {@code StampedLock}, by
 * lock: woven into the methods that those enter only when the lock could not be had at once.
 *
 * <p>A lock is known by the object that queues its waiters: the synchronizer inside it, or the
 * StampedLock itself. Accounts sit in an open-addressed table by identity, read without a lock,
 * extended under one, with dead ones left out at every extension. At {@value #MOST_ACCOUNTS} the
 * waits for further locks are counted as dropped.
 */
public final class MapscopeLocks {
  private static final int MOST_ACCOUNTS = 1 << 14;
  private static final Object LOCK = new Object();
  private static final Class<?> MUTEX = synchronizer("ReentrantLock$Sync");
  private static final Class<?> READ_WRITE = synchronizer("ReentrantReadWriteLock$Sync");

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long MUTEX_QUEUE = UNSAFE.objectFieldOffset(ReentrantLock.class, "sync");
  private static final long READ_WRITE_QUEUE =
      UNSAFE.objectFieldOffset(ReentrantReadWriteLock.class, "sync");

  private static final long READ_QUEUE =
      UNSAFE.objectFieldOffset(ReentrantReadWriteLock.ReadLock.class, "sync");
  private static final long WRITE_QUEUE =
      UNSAFE.objectFieldOffset(ReentrantReadWriteLock.WriteLock.class, "sync");

  /** Replaced when it grows; a reader of an old one or of an empty place asks under the lock. */
  private static MapscopeLockAccount[] table = new MapscopeLockAccount[64];

  private static int size;

  private MapscopeLocks() {}

  /** The next agent's waits begin at zero. */
  static void forget() {
    synchronized (LOCK) {
      table = new MapscopeLockAccount[64];
      size = 0;
    }
  }

  private static Class<?> synchronizer(String name) {
    try {
      return Class.forName("java.util.concurrent.locks.".concat(name), true, null);
    } catch (ClassNotFoundException absent) {
      return StampedLock.class; // no synchronizer is one: waits for such locks go unseen
    }
  }

  /**
   * A thread has found {@code synchronizer} taken and will queue; latches and the like are none.
   */
  public static MapscopeLockWait begin(Object synchronizer, boolean shared) {
    return MapscopeGate.rare
            && (MUTEX.isInstance(synchronizer) || READ_WRITE.isInstance(synchronizer))
        ? wait(synchronizer, !shared)
        : MapscopeLockWait.NONE;
  }

  /** A thread will queue for writing. */
  public static MapscopeLockWait beginWrite(Object lock) {
    return MapscopeGate.rare ? wait(lock, true) : MapscopeLockWait.NONE;
  }

  /** A thread will queue for reading. */
  public static MapscopeLockWait beginRead(Object lock) {
    return MapscopeGate.rare ? wait(lock, false) : MapscopeLockWait.NONE;
  }

  private static MapscopeLockWait wait(Object lock, boolean exclusive) {
    try {
      MapscopeLockAccount account = account(lock);
      if (account != null) {
        return new MapscopeLockWait(account, exclusive, System.nanoTime());
      }
      MapscopeErrors.dropped++;
    } catch (Throwable problem) {
      MapscopeErrors.suppress(problem);
    }
    return MapscopeLockWait.NONE;
  }

  /** The wait is over; a positive {@code acquired} says that the lock is held now. */
  public static void end(int acquired, MapscopeLockWait wait) {
    if (wait != MapscopeLockWait.NONE) {
      wait.end(acquired > 0);
    }
  }

  /** The wait is over, with this stamp; an interrupted or timed-out one has none. */
  public static void end(long stamp, MapscopeLockWait wait) {
    if (wait != MapscopeLockWait.NONE) {
      wait.end(StampedLock.isWriteLockStamp(stamp) || StampedLock.isReadLockStamp(stamp));
    }
  }

  /** The account of {@code lock} if anyone has waited for it yet, else null. */
  public static MapscopeLockAccount accountOf(Object lock) {
    return accountOfQueue(queue(lock));
  }

  /** The same by what queues the waiters; null for null. */
  public static MapscopeLockAccount accountOfQueue(Object queue) {
    return queue == null ? null : find(table, queue, System.identityHashCode(queue));
  }

  /** The class that users know {@code lock} by: a read or write lock's is the pair's. */
  static String className(Object lock) {
    return lock instanceof ReentrantReadWriteLock.ReadLock
            || lock instanceof ReentrantReadWriteLock.WriteLock
        ? ReentrantReadWriteLock.class.getName()
        : lock.getClass().getName();
  }

  /** What queues the waiters of {@code lock}; null for what is no lock of the JDK's. */
  static Object queue(Object lock) {
    if (lock instanceof StampedLock) {
      return lock;
    }
    if (lock instanceof ReentrantLock) {
      return UNSAFE.getReference(lock, MUTEX_QUEUE);
    }
    if (lock instanceof ReentrantReadWriteLock) {
      return UNSAFE.getReference(lock, READ_WRITE_QUEUE);
    }
    if (lock instanceof ReentrantReadWriteLock.ReadLock) {
      return UNSAFE.getReference(lock, READ_QUEUE);
    }
    if (lock instanceof ReentrantReadWriteLock.WriteLock) {
      return UNSAFE.getReference(lock, WRITE_QUEUE);
    }
    return null;
  }

  private static MapscopeLockAccount account(Object lock) {
    int hash = System.identityHashCode(lock);
    MapscopeLockAccount found = find(table, lock, hash);
    return found != null ? found : add(lock, hash);
  }

  private static MapscopeLockAccount find(MapscopeLockAccount[] accounts, Object lock, int hash) {
    int mask = accounts.length - 1;
    for (int i = hash & mask; ; i = (i + 1) & mask) {
      MapscopeLockAccount account = accounts[i];
      if (account == null || (account.hash == hash && account.refersTo(lock))) {
        return account;
      }
    }
  }

  @DontInline
  private static MapscopeLockAccount add(Object lock, int hash) {
    MapscopeThreads.pin();
    try {
      synchronized (LOCK) {
        MapscopeLockAccount found = find(table, lock, hash);
        if (found != null) {
          return found;
        }
        if (2 * (size + 1) > table.length && !grow()) {
          return null;
        }
        MapscopeLockAccount account = new MapscopeLockAccount(lock, hash);
        place(table, account);
        size++;
        return account;
      }
    } finally {
      MapscopeThreads.unpin();
    }
  }

  /** A new table without the accounts of dead locks; false when it is full of living ones. */
  private static boolean grow() {
    MapscopeLockAccount[] old = table;
    int living = 0;
    for (MapscopeLockAccount account : old) {
      living += account == null || account.refersTo(null) ? 0 : 1;
    }
    if (living >= MOST_ACCOUNTS) {
      return false;
    }
    MapscopeLockAccount[] fresh =
        new MapscopeLockAccount[4 * living > old.length ? 2 * old.length : old.length];
    for (MapscopeLockAccount account : old) {
      if (account != null && !account.refersTo(null)) {
        place(fresh, account);
      }
    }
    size = living;
    table = fresh;
    return true;
  }

  private static void place(MapscopeLockAccount[] accounts, MapscopeLockAccount account) {
    int mask = accounts.length - 1;
    int i = account.hash & mask;
    while (accounts[i] != null) {
      i = (i + 1) & mask;
    }
    accounts[i] = account;
  }
}
