package java.util;

/**
 * The one switch between the application's map operations and the recorder: closed, a woven
 * operation costs one static load and a predicted branch.
 *
 * <p>Written by the agent only, read plainly by every woven operation. A thread may act on a stale
 * value for the few operations until its compiled code reads the field again; counts taken or
 * missed in that moment belong to the interval in which the gate moved.
 */
public final class MapscopeGate {
  /** Whether operations are recorded. Plain on purpose: a volatile read would cost more on Arm. */
  public static boolean open;

  /**
   * How often the gate was closed, and opened again; to be increased, before that, by whoever does
   * it. Who compares what was written before with what was written after sees by another number
   * that some is missing. Increasing it at closings alone would not do: an operation that is met
   * between the increase and the closing has the number that holds until the next closing.
   */
  public static int moves;

  private MapscopeGate() {}
}
