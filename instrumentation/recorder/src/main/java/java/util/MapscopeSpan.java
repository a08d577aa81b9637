package java.util;

/**
 * One copy or serialization of a map in progress: who, of what, and what the clocks and counters
 * said when it began.
 *
 * <p>Preallocated and reused: a place in a table of {@link MapscopeSpans}. Taken by a
 * compare-and-swap of {@link #thread}, filled and read by that thread alone, and given back by two
 * plain stores, which woven code can do without a call when the operation throws.
 */
public final class MapscopeSpan {
  /** Stands for "nothing to end", so that woven code needs no branch; its state means nothing. */
  static final MapscopeSpan NOTHING = new MapscopeSpan();

  /** In the place of a number of the gate's moves: writes are not counted. */
  static final int CLOSED = -1;

  /** The map, for recognising a nested operation; public for woven code. */
  public Object map;

  /** Id of the thread inside, 0 when the place is free; public for woven code. */
  public long thread;

  MapscopeTally tally;

  /** Name of the method that copies. */
  String method;

  long carrier;
  int format;
  long entries;

  /** Writes of all other threads when it began. */
  long writes;

  /** Writes of all threads when it began. */
  long allWrites;

  /** The gate's moves by then; {@link #CLOSED} when it was not open. */
  int moves;

  /** Bytes of output seen so far, offset by what was in the buffer; see MapscopeSerializations. */
  long bytes;

  /** Whether {@link #bytes} is known. */
  boolean sized;

  /** Bytes the thread had allocated, or negative when that is unknown. */
  long allocated;

  long nanos;

  MapscopeSpan() {}
}
