package java.util;

import jdk.internal.vm.annotation.ForceInline;

/**
 * Operations that are built from smaller counted ones: while the outer one is in progress the
 * current thread's cell on that map answers to nobody, so the inner ones are not counted; the outer
 * one is, at its end.
 *
 * <p>Marking the cell instead of a depth counter keeps the fast path of inner operations free of a
 * check. A virtual thread that blocks inside an outer operation and resumes on another carrier
 * still ends it on the same cell; counts of other virtual threads that pass over the first carrier
 * meanwhile are lost.
 */
public final class MapscopeNesting {
  /** Stands for "nothing to end", so that woven code needs no branch; its state means nothing. */
  private static final MapscopeCell NOTHING = new MapscopeCell(0, null);

  private MapscopeNesting() {}

  /** Begins an outer operation; never null, and {@code NOTHING} when there is nothing to end. */
  public static MapscopeCell begin(Object self) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        if (map != null) {
          return mark(MapscopeCounts.cell(map));
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return NOTHING;
  }

  /**
   * {@link #begin} for a map that has a field of its own for the probe. An inner operation is told
   * here, too: libraries build nearly all of theirs from others.
   */
  @ForceInline
  public static MapscopeCell beginTracked(MapscopeTracked map) {
    if (MapscopeGate.open) {
      try {
        long id = MapscopeThreads.carrier();
        MapscopeProbe probe = map.mapscopeProbe();
        if (probe != null) {
          MapscopeCell cell = probe.place(id);
          long owner = cell.owner;
          if (owner != id && owner != ~id) {
            cell = probe.latest;
            owner = cell.owner;
          }
          if (owner == id) {
            cell.owner = ~id;
            return cell;
          }
          if (owner == ~id) {
            return NOTHING;
          }
        }
        return mark(MapscopeAdoption.cell(map, id));
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return NOTHING;
  }

  /**
   * {@link #begin} for a view or iterator of such a map. It is known to be one: to ask it for
   * {@link MapscopeTracked} first, which it does not have, takes the JVM a search, and again at
   * each step of an iteration, because the question after that forgets the answer (before JDK 23,
   * <a href="https://bugs.openjdk.org/browse/JDK-8180450">JDK-8180450</a>).
   */
  @ForceInline
  public static MapscopeCell beginView(MapscopeView view) {
    if (MapscopeGate.open) {
      try {
        Object map = view.mapscopeMap();
        return map instanceof MapscopeTracked ? beginTracked((MapscopeTracked) map) : begin(map);
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return NOTHING;
  }

  /** Begins an outer operation that may run a mapping function; see {@link #countComputed}. */
  public static MapscopeCell beginComputing(Object self) {
    return computing(begin(self));
  }

  /** {@link #beginComputing} for a map that has a field of its own for the probe. */
  @ForceInline
  public static MapscopeCell beginComputingTracked(MapscopeTracked map) {
    return computing(beginTracked(map));
  }

  @ForceInline
  private static MapscopeCell computing(MapscopeCell cell) {
    if (cell != NOTHING) {
      try {
        cell.shadow().computeIfAbsentAbsent = 0;
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return cell;
  }

  /** The outer operation has ended: it found the key unless its function has run meanwhile. */
  public static void countComputed(MapscopeCell cell) {
    if (cell != NOTHING) {
      try {
        if (cell.shadow().computeIfAbsentAbsent != 0) {
          cell.computeIfAbsentAbsent++;
        } else {
          cell.computeIfAbsentPresent++;
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
   * A function of the user's is about to run inside an outer operation: what it does to the same
   * map counts again. Never null; to be ended by {@link #takeBack}, or {@link #leave} after a
   * throw.
   */
  public static MapscopeCell lend(Object self) {
    if (MapscopeGate.open) {
      try {
        Object map = MapscopeOwners.of(self);
        MapscopeCell busy = map == null ? null : MapscopeAdoption.busyCell(map);
        if (busy != null) {
          busy.owner = ~busy.owner;
          return busy;
        }
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return NOTHING;
  }

  /** The function has returned: the outer operation goes on, and knows that it ran. */
  public static void takeBack(MapscopeCell cell) {
    if (cell != NOTHING) {
      cell.owner = ~cell.owner;
      ran(cell);
    }
  }

  /** Notes that a function has run inside the outer operation on {@code cell}. */
  public static void ran(MapscopeCell cell) {
    if (cell != NOTHING) {
      try {
        cell.shadow().computeIfAbsentAbsent = 1;
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** Notes that a function runs inside the outer operation in progress on {@code self}. */
  public static void functionRuns(Object self) {
    MapscopeCell cell = lend(self);
    takeBack(cell);
  }

  private static MapscopeCell mark(MapscopeCell cell) {
    if (cell.owner <= 0) {
      return NOTHING; // a shadow or the sink: an outer operation is in progress already
    }
    cell.watch = null;
    cell.owner = ~(cell.owner & ~MapscopeWatch.WATCHED);
    return cell;
  }

  /** The outer operation returns: the cell is free for the next. */
  public static void leave(MapscopeCell cell) {
    if (cell != NOTHING) {
      cell.owner = ~cell.owner;
    }
  }

  /** The outer operation has ended. */
  public static void count(MapscopeCell cell, int operation) {
    if (cell != NOTHING) {
      try {
        cell.add(operation, 1);
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  public static void countEither(boolean first, MapscopeCell cell, int one, int other) {
    count(cell, first ? one : other);
  }

  public static void countEither(Object returned, MapscopeCell cell, int one, int other) {
    count(cell, returned != null ? one : other);
  }

  /** {@code getOrDefault} of a map whose code is not known: what is not the default was found. */
  public static void countDefaulted(Object returned, Object defaultValue, MapscopeCell cell) {
    countEither(
        returned != defaultValue, cell, MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS);
  }

  /** Begins an outer operation that is a traversal, and counts it. */
  public static MapscopeCell beginTraversal(Object self) {
    MapscopeCell cell = begin(self);
    if (cell != NOTHING) {
      try {
        MapscopeCounts.addTraversal(cell, MapscopeOwners.of(self));
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
    return cell;
  }

  /** A spliterator was made: a traversal, except the kind that begins with an iterator. */
  public static void countSpliterator(Object returned, Object self, MapscopeCell cell) {
    if (cell != NOTHING && !(returned instanceof Spliterators.IteratorSpliterator)) {
      try {
        MapscopeCounts.addTraversal(cell, MapscopeOwners.of(self));
      } catch (Throwable problem) {
        if (MapscopeErrors.STOPPABLE && problem instanceof ThreadDeath) {
          throw problem;
        }
        MapscopeErrors.suppressed++;
        MapscopeErrors.latest = problem;
      }
    }
  }

  /** {@code map.size()} as another operation's own detail: not counted. */
  public static int quietSize(Map<?, ?> map) {
    MapscopeCell cell = begin(map);
    try {
      return map.size();
    } finally {
      leave(cell);
    }
  }

  /** {@code collection.size()} as another operation's own detail: not counted. */
  public static int quietSize(Collection<?> collection) {
    MapscopeCell cell = begin(collection);
    try {
      return collection.size();
    } finally {
      leave(cell);
    }
  }

  /** {@code map.get(key)} inside a default method: not counted. */
  public static Object quietGet(Map<?, ?> map, Object key) {
    MapscopeCell cell = begin(map);
    try {
      return map.get(key);
    } finally {
      leave(cell);
    }
  }

  public static boolean quietContainsKey(Map<?, ?> map, Object key) {
    MapscopeCell cell = begin(map);
    try {
      return map.containsKey(key);
    } finally {
      leave(cell);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Object quietPut(Map map, Object key, Object value) {
    MapscopeCell cell = begin(map);
    try {
      return map.put(key, value);
    } finally {
      leave(cell);
    }
  }

  public static Object quietRemove(Map<?, ?> map, Object key) {
    MapscopeCell cell = begin(map);
    try {
      return map.remove(key);
    } finally {
      leave(cell);
    }
  }
}
