package java.util;

import java.lang.ref.WeakReference;
import jdk.internal.vm.annotation.DontInline;

/**
 * A look at a run of operations of one thread on one map: which keys, and whether it reads a key
 * and then writes it as two operations, with another thread's write in between.
 *
 * <p>Begins when a sampled operation is a {@code get} or {@code put}. For {@value #LENGTH} or
 * {@value #LENGTH_OF_PAIRS} operations the thread's cell carries {@link #WATCHED} in its owner, so
 * the fast path misses it. Any other operation of the thread on the map, but for {@code size},
 * makes it forget what was read, hence between a read and the write that follows nothing of its own
 * can go unseen. Virtual threads are not paired: they may write from another carrier.
 *
 * <p>A lost race is proven when the write replaced something else than the thread had read: another
 * thread has written in between, and what it wrote is gone. The collector then holds the code
 * against it: the read must be on every way to the write, in one method.
 *
 * <p>Two steps that no other thread can come between are no fault. So each pair is told with what
 * speaks for and against that: whether another thread did write to the map in between, which no
 * lock or hand-over of the whole map would have let it; whether one key is written by two threads
 * at all; and whether a lock was seen held, which may be one of many by key.
 *
 * <p>Touched by the thread that owns the cell alone. Keys and values are held weakly, but for keys
 * of simple classes of the JDK.
 */
final class MapscopeWatch {
  /** Added to the owner of a cell whose thread is watched. */
  static final long WATCHED = 1L << 62;

  private static final int LENGTH = 16;

  /** Where pairs were seen before, of which the proven ones are few. */
  private static final int LENGTH_OF_PAIRS = 32;

  private int left;

  /** The read that a write may follow: its key, or null when there is none. */
  private Object simpleKey;

  private WeakReference<Object> otherKey;

  private boolean missed;

  /** What was found; null for nothing and when the read only told that there is something. */
  private WeakReference<Object> found;

  private MapscopePlace place;

  /** Writes of all other threads when it had been read. */
  private long writes;

  private int moves;

  private MapscopeWatch(int length) {
    left = length;
  }

  /** A read of {@code key} found {@code value}, or nothing (null). The cell to count in. */
  @DontInline
  static MapscopeCell read(Object map, long id, Object key, Object value) {
    return read(map, id, key, value, value == null);
  }

  /** A read told whether {@code key} is there. The cell to count in. */
  @DontInline
  static MapscopeCell contains(Object map, long id, Object key, boolean present) {
    return read(map, id, key, null, !present);
  }

  private static MapscopeCell read(Object map, long id, Object key, Object value, boolean missed) {
    MapscopeCell cell = MapscopeAdoption.cellOfKey(map, id);
    MapscopeWatch watch = cell.watch;
    if (watch != null) {
      MapscopeProbe probe = MapscopeSlots.probe(map);
      if (probe != null && watch.goesOn(cell, id)) {
        MapscopeHotKeys.used(probe.tally, key);
        watch.remember(probe.tally, map, id, key);
        watch.found = value == null ? null : new WeakReference<>(value);
        watch.missed = missed;
      }
    }
    return cell;
  }

  /** A put of {@code key} replaced {@code previous}, or nothing. The cell to count in. */
  @DontInline
  static MapscopeCell put(Object map, long id, Object key, Object previous) {
    MapscopeCell cell = MapscopeAdoption.cellOfKey(map, id);
    MapscopeWatch watch = cell.watch;
    if (watch != null) {
      MapscopeProbe probe = MapscopeSlots.probe(map);
      if (probe != null && watch.goesOn(cell, id)) {
        MapscopeHotKeys.used(probe.tally, key);
        watch.compare(probe.tally, map, id, key, previous);
      }
    }
    return cell;
  }

  /** Reads and writes {@code key} in one step: only the key matters. The cell to count in. */
  @DontInline
  static MapscopeCell atomic(Object map, long id, Object key) {
    MapscopeCell cell = MapscopeAdoption.cellOfKey(map, id);
    MapscopeWatch watch = cell.watch;
    if (watch != null) {
      MapscopeProbe probe = MapscopeSlots.probe(map);
      if (probe != null && watch.goesOn(cell, id)) {
        MapscopeHotKeys.used(probe.tally, key);
        watch.forget();
      }
    }
    return cell;
  }

  /** Begins a run for the thread of {@code cell}, or makes the one in progress as long again. */
  static void begin(MapscopeCell cell, MapscopeTally tally) {
    int length = tally.compound ? LENGTH_OF_PAIRS : LENGTH;
    if (cell.watch == null) {
      cell.watch = new MapscopeWatch(length);
    } else {
      cell.watch.left = length;
    }
  }

  /**
   * Another operation of the thread: whatever it has read may have been changed by itself, unless
   * it is {@code harmless}.
   */
  void passBy(MapscopeCell cell, long id, boolean harmless) {
    if (!harmless) {
      forget();
    }
    goesOn(cell, id);
  }

  private boolean goesOn(MapscopeCell cell, long id) {
    if (cell.owner != id) {
      return false; // an inner operation: its cell is a shadow
    }
    if (--left > 0) {
      cell.owner = id | WATCHED;
    } else {
      cell.watch = null;
    }
    return true;
  }

  private void remember(MapscopeTally tally, Object map, long id, Object key) {
    forget();
    if (key == null || id != MapscopeThreads.current()) {
      return;
    }
    if (tally.compound) {
      if (!MapscopeFacts.wants(MapscopeFact.COMPOUND_RACE)) {
        return;
      }
      writes = tally.writesWithout(id);
      place = MapscopePlace.using(map, id);
    }
    if (MapscopeKeys.isSimple(key)) {
      simpleKey = key;
    } else {
      otherKey = new WeakReference<>(key);
    }
    moves = MapscopeGate.moves;
  }

  private void forget() {
    simpleKey = null;
    otherKey = null;
    found = null;
    place = null;
  }

  private void compare(MapscopeTally tally, Object map, long id, Object key, Object previous) {
    if (tally.compound) {
      tally.keyWriters.wrote(key, id);
    }
    if (isRemembered(key) && moves == MapscopeGate.moves && tally.othersWrite(id)) {
      if (!tally.compound) {
        tally.keyWriters = new MapscopeKeyWriters();
        tally.compound = true; // from now on reads are remembered with their place
      } else if (place != null) {
        tell(tally, map, id, previous);
      }
    }
    forget();
  }

  private boolean isRemembered(Object key) {
    return simpleKey != null
        ? MapscopeKeys.same(simpleKey, key)
        : otherKey != null && otherKey.refersTo(key);
  }

  private void tell(MapscopeTally tally, Object map, long id, Object previous) {
    boolean interleaved = tally.writesWithout(id) > writes;
    boolean sharedKeys = tally.keyWriters.areShared();
    MapscopePlace write = MapscopePlace.using(map, id);
    if (write != null && write.isInMethodOf(place)) {
      MapscopeFacts.offer(
          MapscopeFact.COMPOUND_RACE,
          tally,
          isLost(map, previous) ? 1 : 0,
          missed ? 1 : 0,
          MapscopeHeldLocks.perhapsAround(map) ? 1 : 0,
          (interleaved ? MapscopeCompound.INTERLEAVED : 0)
              | (sharedKeys ? MapscopeCompound.SHARED_KEYS : 0),
          new MapscopeCompound(place, write),
          true);
    }
  }

  /**
   * Whether another thread's write was replaced unread. What the read of a HashMap or Hashtable
   * found is not compared with what its put replaced: entries may be set without our seeing.
   */
  private boolean isLost(Object map, Object previous) {
    if (previous == null) {
      return false;
    }
    if (missed) {
      return true;
    }
    boolean entriesAreSet = map instanceof HashMap || map instanceof Hashtable;
    return found != null && !entriesAreSet && !found.refersTo(previous);
  }
}
