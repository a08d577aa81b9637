package java.util;

/**
 * The switches between the application's map operations and the recorder: with {@link #open} false,
 * a woven operation costs one static load and a predicted branch.
 *
 * <p>Written by the agent only, read plainly by every woven operation. A thread may act on a stale
 * value for the few operations until its compiled code reads the field again; counts taken or
 * missed in that moment belong to the interval in which the gate moved.
 *
 * <p>Under a CPU budget {@link #open} is true in short windows only. What is told apart from that
 * costs nothing where nothing happens, hence needs no budget: a table that is replaced, a wait for
 * a lock, a lost compare-and-swap, an exception.
 */
public final class MapscopeGate {
  /** Whether operations are recorded. Plain on purpose: a volatile read would cost more on Arm. */
  public static boolean open;

  /** Whether what is rare is recorded: on paths that cost far more than telling of them. */
  public static boolean rare;

  /** Whether newborn maps are met, so that their place is known. */
  public static boolean births;

  /**
   * How often {@link #open} was made false, and true again; to be increased, before that, by
   * whoever does it. Who compares what was written before with what was written after sees by
   * another number that some is missing. Increasing it at closings alone would not do: an operation
   * that is met between the increase and the closing has the number that holds until the next
   * closing.
   */
  public static int moves;

  /**
   * When {@link #open} was last made true, by {@code System.nanoTime}; to be set, before that, by
   * whoever does it. What threads did until then, and in the moment after, may have gone unseen.
   */
  public static long openedNanos;

  private MapscopeGate() {}

  /** Begins or ends all recording; the last of the three is the one that counts. */
  public static void setAll(boolean recording) {
    rare = recording;
    births = recording;
    openedNanos = System.nanoTime();
    open = recording;
  }
}
