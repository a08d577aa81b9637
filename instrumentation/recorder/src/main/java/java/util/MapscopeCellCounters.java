package java.util;

import java.lang.ref.WeakReference;

/** The hot counters of a cell; HotSpot lays a class out behind its superclass. */
class MapscopeCellCounters extends MapscopeCellPadding {
  long getHit;
  long getMiss;
  long putNew;
  long putReplace;
  long removeHit;
  long removeMiss;
  long computeIfAbsentPresent;
  long computeIfAbsentAbsent;
  long size;

  /** Calls of {@code putIfAbsent} that met their key and changed nothing. */
  long kept;

  /**
   * Id of the thread inside a function on this map, 0 for none; see {@link MapscopeFunctions}.
   * Public for woven code.
   */
  public long inFunction;

  MapscopeCellCounters(long owner, WeakReference<Thread> thread) {
    super(owner, thread);
  }
}
