package java.util;

import java.lang.ref.WeakReference;

/** A lock that a thread was seen to hold around an operation on a map; keeps nothing alive. */
public final class MapscopeHeldLock {
  /** The object whose monitor it is, or the lock. */
  public final WeakReference<Object> lock;

  public final String className;

  /** Class and name of the field it was found in, or null. */
  public final String field;

  /** Whether it is a monitor, not a lock of {@code java.util.concurrent.locks}. */
  public final boolean monitor;

  /** Whether it is the map itself, or what its wrapper locks. */
  public final boolean clientSide;

  MapscopeHeldLock(
      Object lock, String className, String field, boolean monitor, boolean clientSide) {
    this.lock = new WeakReference<>(lock);
    this.className = className;
    this.field = field;
    this.monitor = monitor;
    this.clientSide = clientSide;
  }
}
