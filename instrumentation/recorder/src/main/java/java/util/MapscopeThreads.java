package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.access.JavaLangAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.ForceInline;

/**
 * Who is running: the cheap identity of the current thread and of its carrier.
 *
 * <p>Cells belong to carriers, so that a million virtual threads need no million cells: between two
 * instructions of a recorder method a virtual thread cannot change its carrier, hence {@code
 * cell.getHit++} is as safe as on a platform thread. Marks of writers belong to the thread itself,
 * because a virtual thread may block inside {@code equals} and come back on another carrier.
 *
 * <p>The id is read straight from {@code Thread.tid}: {@code Thread.getId()} can be overridden by
 * the application, and {@code threadId()} came with JDK 19 only.
 */
public final class MapscopeThreads {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long TID = UNSAFE.objectFieldOffset(Thread.class, "tid");

  /** Where a thread keeps the address of its native part, 0 before and after its life. */
  private static final long EETOP = offsetOrNone("eetop");

  /** Read by {@link #carrierThread} once the weaver has fitted it for JDK 21 and later. */
  static final JavaLangAccess LANG = SharedSecrets.getJavaLangAccess();

  /** By id; one of two threads with the same place gets a reference of its own with each cell. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static final WeakReference<Thread>[] WEAK = new WeakReference[256];

  private MapscopeThreads() {}

  private static long offsetOrNone(String field) {
    try {
      return UNSAFE.objectFieldOffset(Thread.class, field);
    } catch (InternalError absent) {
      return -1;
    }
  }

  /**
   * {@link Thread#isAlive} without calling it, where the JDK has that field (17 to 25 do): tools
   * that mock or trace threads weave the method, and what they call there may use maps.
   */
  static boolean isAlive(Thread thread) {
    return EETOP < 0 ? thread.isAlive() : UNSAFE.getLongVolatile(thread, EETOP) != 0;
  }

  /** The id of the current platform thread, of the carrier below a virtual one; never 0. */
  @ForceInline
  public static long carrier() {
    return UNSAFE.getLong(carrierThread(), TID);
  }

  /** The id of the current thread, platform or virtual; never 0. */
  @ForceInline
  public static long current() {
    return UNSAFE.getLong(Thread.currentThread(), TID);
  }

  /**
   * A weak reference to {@code thread}, mostly the same for all its cells: ten thousand maps used
   * by it would else have as many for each collection to go through. Entries are exchanged by
   * races; who reads one whose referent is not there yet makes another.
   */
  static WeakReference<Thread> weakly(Thread thread, long id) {
    int place = (int) id & (WEAK.length - 1);
    WeakReference<Thread> known = WEAK[place];
    if (known == null || !known.refersTo(thread)) {
      WEAK[place] = known = new WeakReference<>(thread);
    }
    return known;
  }

  /**
   * Keeps a virtual thread on its carrier until {@link #unpin}: the slow path takes monitors of
   * ours, and from JDK 24 on a thread that has to wait for one leaves its carrier, whose cell it
   * would then share with whoever runs there. Does nothing here; on JDK 21 and later the weaver
   * puts a call of {@code jdk.internal.vm.Continuation.pin} into the body.
   */
  static void pin() {}

  /** Undoes one {@link #pin}. */
  static void unpin() {}

  /**
   * The platform thread that runs this code. On JDK 21 and later the weaver replaces the body's
   * call by {@code LANG.currentCarrierThread()}, which JDK 17's interface does not have.
   */
  @ForceInline
  static Thread carrierThread() {
    return Thread.currentThread();
  }
}
