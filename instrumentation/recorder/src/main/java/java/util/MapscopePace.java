package java.util;

/**
 * How long a thread takes from one operation on a map to its next: a short look of the collector at
 * the counters of the map's threads, which costs these nothing but the cache lines. Told is the
 * busiest of them, which is one that nobody held up; what others wait is not in it.
 *
 * <p>Nothing is told of threads that use the map less often than {@value #LEAST_OPERATIONS} times
 * in {@value #LOOK_NANOS} ns, nor when the gate moved or the collector lost its processor
 * meanwhile. Confined to the collector.
 */
public final class MapscopePace {
  private static final int MOST_THREADS = 16;
  private static final long LOOK_NANOS = 20_000;
  private static final int LEAST_OPERATIONS = 16;

  private final MapscopeCell[] cells = new MapscopeCell[MOST_THREADS];
  private final long[] before = new long[MOST_THREADS];

  /** Nanoseconds from one operation to the next; 0 when the look tells nothing. */
  public long look(MapscopeTally tally) {
    int threads = tally.cells(cells);
    int moves = MapscopeGate.moves;
    for (int i = 0; i < threads; i++) {
      before[i] = cells[i].operations();
    }
    long elapsedNanos = threads == 0 ? 0 : spin(System.nanoTime());
    long most = 0;
    for (int i = 0; i < threads; i++) {
      most = Math.max(most, cells[i].operations() - before[i]);
      cells[i] = null;
    }
    boolean undisturbed = elapsedNanos < 2 * LOOK_NANOS && moves == MapscopeGate.moves;
    return undisturbed && most >= LEAST_OPERATIONS ? elapsedNanos / most : 0;
  }

  private static long spin(long beganNanos) {
    long elapsedNanos = 0;
    while (elapsedNanos < LOOK_NANOS) {
      Thread.onSpinWait();
      elapsedNanos = System.nanoTime() - beganNanos;
    }
    return elapsedNanos;
  }
}
