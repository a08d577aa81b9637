package java.util;

import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.MapscopeHolds;
import java.util.concurrent.locks.StampedLock;

/**
 * One look at the locks that the application holds around an operation on a map: monitors of its
 * frames, and locks of {@code java.util.concurrent.locks} found in their variables or in fields of
 * their objects and classes.
 *
 * <p>Used by one thread, once. A lock is taken for held only if it says so itself. Virtual threads
 * are looked at from JDK {@value #FIRST_FOR_VIRTUAL} on, where that was tried and found right. At
 * most {@value #MOST} locks are noticed, and of an array of locks the first {@value
 * #MOST_IN_ARRAY}.
 */
final class MapscopeHeldLocks extends MapscopeLiveFrames.Visitor {
  private static final int FIRST_FOR_VIRTUAL = 25;
  private static final boolean ON_VIRTUAL_THREADS =
      Runtime.version().feature() >= FIRST_FOR_VIRTUAL;
  private static final int MOST = 8;
  private static final int MOST_IN_ARRAY = 64;

  private final Object map;
  private final Object mutex;
  private final MapscopeHeldLock[] found = new MapscopeHeldLock[MOST];
  private int count;

  /** Whether the fields of a class on the stack are not known yet: the next look will know them. */
  private boolean early;

  /** Whether the fields of a class on the stack can never be known. */
  private boolean blind;

  private MapscopeHeldLocks(Object map, Object mutex) {
    this.map = map;
    this.mutex = mutex;
  }

  /** Whether locks around {@code map} say anything: concurrent maps need none. */
  static boolean matterFor(Object map) {
    return !(map instanceof ConcurrentHashMap || MapscopeLayout.isSkipList(map))
        && (ON_VIRTUAL_THREADS || Thread.currentThread() == MapscopeThreads.carrierThread());
  }

  /**
   * The locks held now, none twice; null when the look came too early to see all of them. One that
   * saw the outer of two locks only would let it pass for the guard.
   */
  static MapscopeHeldLock[] around(Object map, MapscopeTally tally) {
    WeakReference<Object> wrapped = tally.mutex;
    MapscopeHeldLocks look = new MapscopeHeldLocks(map, wrapped == null ? null : wrapped.get());
    MapscopeLiveFrames.visit(look);
    if (look.early) {
      return null;
    }
    MapscopeHeldLock[] all = new MapscopeHeldLock[look.count];
    System.arraycopy(look.found, 0, all, 0, look.count);
    return all;
  }

  /**
   * Whether the thread, a platform thread, holds a lock around what it does to {@code map}, or may
   * hold one in a field of a class that is looked at for the first time.
   */
  static boolean perhapsAround(Object map) {
    int place = MapscopeReentry.enter(MapscopeThreads.carrier());
    if (place < 0) {
      return true;
    }
    try {
      MapscopeHeldLocks look = new MapscopeHeldLocks(map, null);
      MapscopeLiveFrames.visit(look);
      return look.count > 0 || look.early || look.blind;
    } finally {
      MapscopeReentry.leave(place);
    }
  }

  @Override
  public boolean wants(Class<?> declaring) {
    return count < MOST && !MapscopeFrames.isJdk(declaring);
  }

  @Override
  public void frame(Class<?> declaring, Object[] monitors, Object[] locals) {
    Object self = locals.length > 0 && declaring.isInstance(locals[0]) ? locals[0] : null;
    MapscopeLockFields fields = MapscopeLockFields.of(declaring);
    blind |= fields == null;
    early |= fields != null && !fields.isKnown();
    for (Object monitor : monitors) {
      if (monitor != null) {
        add(monitor, fieldOf(monitor, fields, declaring, self), true);
      }
    }
    for (Object local : locals) {
      addIfHeld(local, null, locals);
    }
    for (int i = 0; fields != null && i < fields.count(); i++) {
      addIfHeld(fields.value(i, declaring, self), fields.name(i), locals);
    }
  }

  private static String fieldOf(
      Object lock, MapscopeLockFields fields, Class<?> declaring, Object self) {
    for (int i = 0; fields != null && i < fields.count(); i++) {
      if (fields.value(i, declaring, self) == lock) {
        return fields.name(i);
      }
    }
    return null;
  }

  private void addIfHeld(Object object, String field, Object[] locals) {
    if (object instanceof Object[]) {
      addFromArray((Object[]) object, field, locals);
    } else if (object != null) {
      addLockIfHeld(object, field, locals);
    }
  }

  /** Striped locks; an array whose first element is something else is not looked through. */
  private void addFromArray(Object[] array, String field, Object[] locals) {
    for (int i = 0; i < array.length && i < MOST_IN_ARRAY; i++) {
      Object element = array[i];
      if (element != null) {
        if (!(element instanceof StampedLock) && MapscopeLocks.queue(element) == null) {
          return;
        }
        addLockIfHeld(element, field, locals);
      }
    }
  }

  private void addLockIfHeld(Object object, String field, Object[] locals) {
    if (object instanceof StampedLock) {
      for (Object local : locals) {
        if (MapscopeHolds.held(object, MapscopeLiveFrames.longOf(local))) {
          add(object, field, false);
          return;
        }
      }
      return;
    }
    Object queue = MapscopeLocks.queue(object);
    if (queue != null && MapscopeHolds.held(queue)) {
      add(object, field, false);
    }
  }

  /** Adds a lock, or its field to what was found by a variable before. */
  private void add(Object lock, String field, boolean monitor) {
    Object same = monitor ? lock : MapscopeLocks.queue(lock);
    for (int i = 0; i < count; i++) {
      if (found[i].lock.refersTo(same)) {
        if (found[i].field == null && field != null) {
          found[i] = held(lock, same, field, monitor);
        }
        return;
      }
    }
    if (count < MOST) {
      found[count++] = held(lock, same, field, monitor);
    }
  }

  private MapscopeHeldLock held(Object lock, Object same, String field, boolean monitor) {
    boolean clientSide = monitor && (lock == map || lock == mutex);
    return new MapscopeHeldLock(same, MapscopeLocks.className(lock), field, monitor, clientSide);
  }
}
