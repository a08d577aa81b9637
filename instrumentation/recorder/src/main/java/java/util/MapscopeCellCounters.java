package java.util;

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

  MapscopeCellCounters() {}
}
