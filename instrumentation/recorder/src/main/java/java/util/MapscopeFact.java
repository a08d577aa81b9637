package java.util;

/**
 * One rare fact about one map, on its way from the thread that met it to the collector.
 *
 * <p>Immutable; what {@link #a} to {@link #d} and {@link #detail} mean depends on the kind. It is a
 * throwable because that is the cheapest way to a stack: raw now, resolved by the collector.
 */
public final class MapscopeFact extends Throwable {
  /** Two threads were inside an unsynchronised map at once. */
  public static final int OVERLAP = 0;

  /** An ordinary operation, picked at random: who calls, from where; see MapscopeSamples. */
  public static final int SAMPLE = 1;

  public static final int CONTENTION = 2;
  public static final int RESIZE = 3;
  public static final int COPY = 4;
  public static final int SERIALIZATION = 5;
  public static final int COMPOUND_RACE = 6;

  /** An iterator met a change that it must not meet. */
  public static final int CONCURRENT_MODIFICATION = 7;

  public static final int TORN_TRAVERSAL = 8;

  /** A timed operation took at least a millisecond: {@code a} is how long, in nanoseconds. */
  public static final int LATENCY = 9;

  public static final int RECURSION = 10;

  /**
   * The locks held around a sampled operation: {@code detail} is an array of MapscopeHeldLock, or
   * null when another look is needed to see them.
   */
  public static final int HELD_LOCKS = 11;

  /** Number of kinds. */
  public static final int KINDS = 12;

  private static final long serialVersionUID = 1L;

  public final int kind;
  public final transient MapscopeTally tally;
  public final long a;
  public final long b;
  public final long c;
  public final long d;

  /** More than numbers: names or further stacks, never a key, a value or a map; may be null. */
  public final transient Object detail;

  /** The thread that met the fact. */
  public final String threadName;

  MapscopeFact(
      int kind,
      MapscopeTally tally,
      long a,
      long b,
      long c,
      long d,
      Object detail,
      boolean withStack) {
    super(null, null, false, withStack);
    this.kind = kind;
    this.tally = tally;
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    this.detail = detail;
    this.threadName = Thread.currentThread().getName();
  }
}
