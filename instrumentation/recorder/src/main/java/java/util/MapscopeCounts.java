package java.util;

import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;

/**
 * The calls that woven map operations make: one per operation, at its end.
 *
 * <p>The methods named after a slot are the hot ones, small enough to be inlined; the general ones
 * find the map behind a view first. The slow path is kept out of the compiled code of the fast one:
 * inlined, it made the whole too big for the methods around it. None lets a throwable out: it is
 * counted by field accesses alone, because the stack may be exhausted.
 */
public final class MapscopeCounts {
  private MapscopeCounts() {}

  /** A read of a map whose probe sits in {@code keySet}; {@code found} is null on a miss. */
  @ForceInline
  public static void readInKeySet(Object found, AbstractMap<?, ?> map, Object key) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeCell cell = fast(map.keySet, id);
        if (cell == null) {
          cell = MapscopeWatch.read(map, id, key, found);
        }
        if (found != null) {
          cell.getHit++;
        } else {
          cell.getMiss++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** {@code containsKey} of a map whose probe sits in {@code keySet}. */
  @ForceInline
  public static void containsInKeySet(boolean present, AbstractMap<?, ?> map, Object key) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeCell cell = fast(map.keySet, id);
        if (cell == null) {
          cell = MapscopeWatch.contains(map, id, key, present);
        }
        if (present) {
          cell.getHit++;
        } else {
          cell.getMiss++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** A put into a null-free map whose probe sits in {@code keySet}. */
  @ForceInline
  public static void putInKeySet(Object previous, AbstractMap<?, ?> map, Object key) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeCell cell = fast(map.keySet, id);
        if (cell == null) {
          cell = MapscopeWatch.put(map, id, key, previous);
        }
        if (previous != null) {
          cell.putReplace++;
        } else {
          cell.putNew++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** An atomic {@code putIfAbsent} into such a map: nothing to be read before. */
  @ForceInline
  public static void putIfAbsentInKeySet(Object previous, AbstractMap<?, ?> map) {
    if (MapscopeGate.open) {
      try {
        MapscopeCell cell = inKeySet(map);
        if (previous != null) {
          cell.kept++;
        } else {
          cell.putNew++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** A read of a Hashtable, which holds its own monitor; compared with what the thread writes. */
  public static void readOfTable(Object found, Hashtable<?, ?> map, Object key) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeCell cell = fast(MapscopeSlots.ofTable(map), id);
        if (cell == null) {
          cell = MapscopeWatch.read(map, id, key, found);
        }
        if (found != null) {
          cell.getHit++;
        } else {
          cell.getMiss++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** {@code containsKey} of a Hashtable. */
  public static void containsInTable(boolean present, Hashtable<?, ?> map, Object key) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeCell cell = fast(MapscopeSlots.ofTable(map), id);
        if (cell == null) {
          cell = MapscopeWatch.contains(map, id, key, present);
        }
        if (present) {
          cell.getHit++;
        } else {
          cell.getMiss++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** {@code put} of a Hashtable. */
  public static void putInTable(Object previous, Hashtable<?, ?> map, Object key) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeCell cell = fast(MapscopeSlots.ofTable(map), id);
        if (cell == null) {
          cell = MapscopeWatch.put(map, id, key, previous);
        }
        if (previous != null) {
          cell.putReplace++;
        } else {
          cell.putNew++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** A removal by way of an inner one that returned {@code removed}. */
  public static void removal(Object removed, Object self) {
    countEither(removed != null, self, MapscopeOperation.REMOVE_HIT, MapscopeOperation.REMOVE_MISS);
  }

  /** A read by way of an inner lookup whose result is {@code found}. */
  public static void read(Object found, Object self) {
    countEither(found != null, self, MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
  }

  @ForceInline
  private static MapscopeCell inKeySet(AbstractMap<?, ?> map) {
    long id = MapscopeThreads.carrier();
    MapscopeCell cell = fast(map.keySet, id);
    return cell != null ? cell : MapscopeAdoption.cell(map, id);
  }

  /** The thread's cell where the fast path looks for it, or null. */
  @ForceInline
  private static MapscopeCell fast(Object slot, long id) {
    return slot instanceof MapscopeProbe ? ((MapscopeProbe) slot).fastCell(id) : null;
  }

  /** A read of an unsynchronised map: counted, and compared with the mark of a writer. */
  @ForceInline
  public static void readInValues(Object found, AbstractMap<?, ?> map, Object key) {
    if (MapscopeGate.open) {
      try {
        checkWriter(map);
        long id = MapscopeThreads.carrier(); // from here to the count nothing may block
        MapscopeCell cell = fast(map.values, id);
        if (cell == null) {
          cell = MapscopeWatch.read(map, id, key, found);
        }
        if (found != null) {
          cell.getHit++;
        } else {
          cell.getMiss++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  @ForceInline
  private static MapscopeCell inValues(AbstractMap<?, ?> map) {
    checkWriter(map);
    long id = MapscopeThreads.carrier(); // from here to the count nothing may block
    MapscopeCell cell = fast(map.values, id);
    return cell != null ? cell : MapscopeAdoption.cell(map, id);
  }

  @ForceInline
  private static void checkWriter(AbstractMap<?, ?> map) {
    Object slot = map.values;
    if (slot instanceof MapscopeProbe && ((MapscopeProbe) slot).writer > 0) {
      MapscopeWriters.met((MapscopeProbe) slot, map);
    }
  }

  /** Any operation that is always counted the same way, on a map or a view of it. */
  public static void count(Object self, int operation) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          MapscopeWriters.check(map);
          cell(map).add(operation, 1);
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** The same for an operation on one {@code key}, which may turn out to be a hot one. */
  public static void countOfKey(Object self, Object key, int operation) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          MapscopeWriters.check(map);
          cellOfKey(map, key).add(operation, 1);
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** An operation whose result tells which of two it was. */
  public static void countEither(boolean first, Object self, int one, int other) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          MapscopeWriters.check(map);
          cell(map).add(first ? one : other, 1);
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** An operation whose result tells which of two it was: null is the second. */
  public static void countEither(Object returned, Object self, int one, int other) {
    countEither(returned != null, self, one, other);
  }

  /**
   * A traversal begins: counted once, with the entries the map holds now. Kept out of the loop that
   * the compiler makes of the walk, which has more values than there are registers.
   */
  @DontInline
  public static void traversal(Object self) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          MapscopeWriters.check(map);
          addTraversal(cell(map), map);
          MapscopeTraversals.begin(self, map);
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  static void addTraversal(MapscopeCell cell, Object map) {
    cell.add(MapscopeOperation.TRAVERSALS, 1);
    cell.add(MapscopeOperation.TRAVERSED_ENTRIES, Math.max(0, MapscopeSizes.entries(map)));
  }

  /** For woven code that remembers a field as it is. */
  @ForceInline
  public static int same(int value) {
    return value;
  }

  /** Size and number of structural changes in one value, for {@link #putInValues}. */
  @ForceInline
  public static long sizeAndChanges(int size, int changes) {
    return ((long) size << 32) | (changes & 0xFFFF_FFFFL);
  }

  /**
   * A put into HashMap or its kin. {@code null} returned means a new entry when the size has
   * changed, or when it has not because an LRU map evicted another (two structural changes).
   */
  @ForceInline
  public static void putInValues(
      Object previous, AbstractMap<?, ?> map, Object key, long before, int size, int changes) {
    if (MapscopeGate.open) {
      try {
        checkWriter(map);
        long id = MapscopeThreads.carrier(); // from here to the count nothing may block
        MapscopeCell cell = fast(map.values, id);
        if (cell == null) {
          cell = MapscopeWatch.put(map, id, key, previous);
        }
        if (previous == null && isNew(before, size, changes)) {
          cell.putNew++;
        } else {
          cell.putReplace++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** {@code putIfAbsent} of HashMap or its kin, one operation: nothing to be read before. */
  @ForceInline
  public static void putIfAbsentInValues(
      Object previous, AbstractMap<?, ?> map, long before, int size, int changes) {
    if (MapscopeGate.open) {
      try {
        MapscopeCell cell = inValues(map);
        if (previous == null && isNew(before, size, changes)) {
          cell.putNew++;
        } else if (previous == null) {
          cell.putReplace++; // a value in the place of null
        } else {
          cell.kept++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  @ForceInline
  private static boolean isNew(long before, int size, int changes) {
    return (int) (before >>> 32) != size || changes - (int) before >= 2;
  }

  /** {@code size} or {@code isEmpty} of HashMap or its kin: too cheap itself for a search. */
  @ForceInline
  public static void sizeInValues(AbstractMap<?, ?> map) {
    if (MapscopeGate.open) {
      try {
        checkWriter(map);
        long id = MapscopeThreads.carrier(); // from here to the count nothing may block
        MapscopeCell cell = fast(map.values, id);
        if (cell == null) {
          cell = MapscopeAdoption.cellOfSize(map, id);
        }
        cell.size++;
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** {@code size} or {@code isEmpty} of a map whose probe sits in {@code keySet}. */
  @ForceInline
  public static void sizeInKeySet(AbstractMap<?, ?> map) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeCell cell = fast(map.keySet, id);
        if (cell == null) {
          cell = MapscopeAdoption.cellOfSize(map, id);
        }
        cell.size++;
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** A put into a map that may hold nulls and evicts nothing. */
  public static void putBySize(Object previous, Object map, int sizeBefore, int size) {
    countEither(
        previous == null && size != sizeBefore,
        map,
        MapscopeOperation.PUT_NEW,
        MapscopeOperation.PUT_REPLACE);
  }

  /** A removal from a map that may hold nulls. */
  public static void removeBySize(Object map, Object key, int sizeBefore, int size) {
    countRemoval(size < sizeBefore, map, key);
  }

  /** A removal of {@code key} that returned what it {@code removed}. */
  public static void removal(Object removed, Object map, Object key) {
    countRemoval(removed != null, map, key);
  }

  private static void countRemoval(boolean found, Object self, Object key) {
    countOfKey(self, key, found ? MapscopeOperation.REMOVE_HIT : MapscopeOperation.REMOVE_MISS);
  }

  /** The mapping function of {@code computeIfAbsent} is about to run. */
  public static void functionRuns(Object self) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          MapscopeAdoption.cellUnsampled(map, MapscopeThreads.carrier()).computeIfAbsentAbsent++;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** {@code computeIfAbsent} ends: it found {@code key} unless its function {@code ran}. */
  public static void computed(Object self, Object key, boolean ran) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          MapscopeCell cell = cellOfKey(map, key);
          if (!ran) {
            cell.computeIfAbsentPresent++;
          }
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /**
   * How often the current thread's functions have run, to be handed to {@link #computedElsewhere}.
   */
  public static long functionsRun(Object self, Object key) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        return map == null ? 0 : cellOfKey(map, key).computeIfAbsentAbsent;
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return 0;
  }

  /** {@code computeIfAbsent} ends: it found the key unless its function has run meanwhile. */
  public static void computedElsewhere(Object self, long functionsBefore) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          MapscopeCell cell = cell(map);
          if (cell.computeIfAbsentAbsent == functionsBefore) {
            cell.computeIfAbsentPresent++;
          }
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** The current thread's cell on {@code map}, which has a slot; never null. */
  static MapscopeCell cell(Object map) {
    long id = MapscopeThreads.carrier();
    MapscopeCell cell = fast(MapscopeSlots.read(map), id);
    return cell != null ? cell : MapscopeAdoption.cell(map, id);
  }

  /** The same for an atomic operation on {@code key}. */
  private static MapscopeCell cellOfKey(Object map, Object key) {
    long id = MapscopeThreads.carrier();
    MapscopeCell cell = fast(MapscopeSlots.read(map), id);
    return cell != null ? cell : MapscopeWatch.atomic(map, id, key);
  }
}
