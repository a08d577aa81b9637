package java.util;

import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * Torn traversals, by samples: loops over a concurrent or synchronized map, from the making of the
 * iterator to its end, during which other threads wrote to the map; by how many writes.
 *
 * <p>In each window that the agent opens at a random moment, one traversal of each map that others
 * write to is watched, {@value #PLACES} at once at most; the window ends after {@value #MOST_LOOKS}
 * traversals, whatever they were, so that a program that goes over maps of its own all the time
 * pays for those and no more. It is known by its thread and its map, not by its iterator, which so
 * stays what the compiler may take apart. A thread's next traversal of the same map takes the place
 * of the one before; one that is given up (a loop left early, a thread that ended, an iterator
 * handed to another thread) is forgotten after {@value #MOST_SECONDS} seconds and counts as
 * nothing. Traversals by virtual threads are not watched: what they write themselves may be counted
 * on another carrier; nor are streams, nor ranges of sorted maps, which a write elsewhere does not
 * tear. The first traversal of a kind of map that is worth watching makes the agent weave the ends
 * of those to come ({@link MapscopeFamilies#endsWanted}); until then none of that kind is watched,
 * because none would ever end.
 *
 * <p>What counts as a write is what {@link MapscopeCell#changes} says.
 */
public final class MapscopeTraversals {
  private static final int PLACES = 64;
  private static final int REACH = 8;

  /** At some 30 ns each, ten times a second: three ten-thousandths of a core at most. */
  private static final int MOST_LOOKS = 1_024;

  private static final long MOST_SECONDS = 30;
  private static final long MOST_NANOS = MOST_SECONDS * 1_000_000_000;
  private static final long TAKEN = -1;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long THREAD = UNSAFE.objectFieldOffset(MapscopeTraversal.class, "thread");
  private static final MapscopeTraversal[] TABLE = new MapscopeTraversal[PLACES];

  /** Whether a traversal that begins is of interest; plain, as the gate. */
  static boolean wanted;

  /**
   * Whether the table may hold any. Set and cleared under the lock, so that a thread whose
   * traversal is in the table never reads false.
   */
  private static boolean watching;

  /** Traversals that may still be watched in this window; plain: two may spend the same one. */
  private static int left;

  /** Traversals that may still be looked at in this window; plain, as {@link #left}. */
  private static int looks;

  /** Number of the window. */
  private static int window;

  static {
    for (int i = 0; i < PLACES; i++) {
      TABLE[i] = new MapscopeTraversal();
    }
  }

  private MapscopeTraversals() {}

  /** Opens a window for {@code traversals}, and forgets those given up; by the agent's tick. */
  public static synchronized void open(int traversals) {
    boolean any = false;
    long now = System.nanoTime();
    for (MapscopeTraversal place : TABLE) {
      long thread = place.thread;
      if (thread > 0 && now - place.startNanos > MOST_NANOS) {
        UNSAFE.compareAndSetLong(place, THREAD, thread, 0);
      }
      any |= place.thread != 0;
    }
    watching = any;
    window++;
    left = traversals;
    looks = MOST_LOOKS;
    wanted = traversals > 0;
  }

  /** A traversal of {@code map} begins at {@code self}, the map or a view of it. */
  @ForceInline
  static void begin(Object self, Object map) {
    if (wanted || watching) {
      begun(self, map);
    }
  }

  /** An iterator over {@code map} has told whether it has more. */
  @ForceInline
  public static void more(boolean more, Object map) {
    if (!more && watching) {
      ended(map);
    }
  }

  /** A method that goes over all of {@code self}, the map or a view of it, returns. */
  @ForceInline
  public static void through(Object self) {
    if (watching) {
      endedBehind(self);
    }
  }

  @DontInline
  private static void begun(Object self, Object map) {
    if (wanted && --looks < 0) {
      wanted = false;
    }
    MapscopeProbe probe = MapscopeSlots.probe(map);
    long id = MapscopeThreads.current();
    if (probe == null || !probe.own) {
      return;
    }
    MapscopeTally tally = probe.tally;
    boolean again = watching && forget(id, tally);
    if ((again || (wanted && tally.traversalWindow != window)) && isOfInterest(self, map, tally)) {
      tally.traversalWindow = window;
      if (MapscopeFamilies.seesEndOf(map)) {
        watch(id, tally);
      }
    }
  }

  private static boolean isOfInterest(Object self, Object map, MapscopeTally tally) {
    return tally.usedByMany()
        && MapscopeThreads.current() == MapscopeThreads.carrier()
        && (self == map || MapscopeOwners.behind(self) == map)
        && (map instanceof ConcurrentHashMap
            || MapscopeLayout.isSkipList(map)
            || map instanceof Hashtable
            || tally.mutex != null)
        && tally.othersWrite(MapscopeThreads.carrier());
  }

  private static void watch(long id, MapscopeTally tally) {
    MapscopeTraversal place = take(id);
    if (place == null) {
      return;
    }
    if (--left <= 0) {
      wanted = false;
    }
    place.tally = tally;
    place.moves = MapscopeGate.moves;
    place.startNanos = System.nanoTime();
    place.writes = tally.writesWithout(id);
    place.thread = id;
  }

  /** A place that nobody else will take, not yet the thread's; null when none is free. */
  private static synchronized MapscopeTraversal take(long id) {
    for (int i = 0; i < REACH; i++) {
      MapscopeTraversal place = TABLE[(int) (id + i) & (PLACES - 1)];
      if (UNSAFE.compareAndSetLong(place, THREAD, 0, TAKEN)) {
        watching = true;
        return place;
      }
    }
    return null;
  }

  /** Frees the place of the thread's traversal of the map of {@code tally}, if it has one. */
  private static boolean forget(long id, MapscopeTally tally) {
    MapscopeTraversal place = mine(id, tally);
    if (place == null) {
      return false;
    }
    place.thread = 0;
    return true;
  }

  /** The place of the thread's traversal, now {@link #TAKEN}; or null. */
  private static MapscopeTraversal mine(long id, MapscopeTally tally) {
    for (int i = 0; i < REACH; i++) {
      MapscopeTraversal place = TABLE[(int) (id + i) & (PLACES - 1)];
      if (place.thread == id
          && place.tally == tally
          && UNSAFE.compareAndSetLong(place, THREAD, id, TAKEN)) {
        return place;
      }
    }
    return null;
  }

  @DontInline
  private static void endedBehind(Object self) {
    try {
      Object map = MapscopeOwners.of(self);
      if (map != null) {
        ended(map);
      }
    } catch (Throwable problem) {
      if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
        throw problem;
      }
      MapscopeErrors.suppressed++;
      MapscopeErrors.latest = problem;
    }
  }

  @DontInline
  private static void ended(Object map) {
    try {
      MapscopeProbe probe = MapscopeSlots.probe(map);
      if (probe != null && probe.own) {
        end(probe.tally, MapscopeThreads.current());
      }
    } catch (Throwable problem) {
      if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
        throw problem;
      }
      MapscopeErrors.suppressed++;
      MapscopeErrors.latest = problem;
    }
  }

  private static void end(MapscopeTally tally, long id) {
    MapscopeTraversal place = mine(id, tally);
    if (place == null) {
      return;
    }
    long writes = place.writes;
    boolean complete = place.moves == MapscopeGate.moves;
    long nanos = System.nanoTime() - place.startNanos;
    place.thread = 0;
    if (complete && MapscopeGate.open) {
      long meanwhile = tally.traversed(id, writes);
      if (meanwhile > 0) {
        MapscopeFacts.offer(MapscopeFact.TORN_TRAVERSAL, tally, meanwhile, nanos, 0, 0, null, true);
      }
    }
  }
}
