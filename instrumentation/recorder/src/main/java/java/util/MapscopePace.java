package java.util;

/**
 * How long a thread takes from one operation on a map to its next: a short look of the collector at
 * the counters of the map's threads, which costs these nothing but the cache lines. Told is the
 * busiest of them in the busiest slice of the look, which is one that nobody held up; what others
 * wait is not in it, nor, as a rule, what it takes to wake them.
 *
 * <p>Nothing is told of threads that use the map less often than {@value #LEAST_OPERATIONS} times
 * in {@value #SLICES} slices of {@value #SLICE_NANOS} ns, nor when the gate moved or the collector
 * lost its processor meanwhile. Confined to the collector.
 */
public final class MapscopePace {
  private static final int MOST_THREADS = 16;
  private static final int SLICES = 12;
  private static final long SLICE_NANOS = 4_000;
  private static final int LEAST_OPERATIONS = 16;

  /** What a slice may last while the collector's own code is interpreted, but on its processor. */
  private static final long MOST_SLICE_NANOS = 20_000;

  private final MapscopeCell[] cells = new MapscopeCell[MOST_THREADS];

  /** Operations of each cell when the look began, and when the slice did. */
  private final long[] atFirst = new long[MOST_THREADS];

  private final long[] before = new long[MOST_THREADS];

  /** Nanoseconds from one operation to the next; 0 when the look tells nothing. */
  public long look(MapscopeTally tally) {
    int threads = tally.cells(cells);
    if (threads == 0) {
      return 0;
    }
    int moves = MapscopeGate.moves;
    long beganNanos = System.nanoTime();
    mostSince(before, threads);
    System.arraycopy(before, 0, atFirst, 0, threads);
    long fastestNanos = Long.MAX_VALUE;
    long nowNanos = beganNanos;
    for (int i = 0; i < SLICES; i++) {
      long sliceNanos = nowNanos;
      nowNanos = spin(sliceNanos);
      fastestNanos = Math.min(fastestNanos, pace(before, threads, nowNanos - sliceNanos, 1));
    }
    if (fastestNanos == Long.MAX_VALUE) {
      fastestNanos = pace(atFirst, threads, nowNanos - beganNanos, SLICES);
    }
    Arrays.fill(cells, null);
    return fastestNanos == Long.MAX_VALUE || moves != MapscopeGate.moves ? 0 : fastestNanos;
  }

  /** Of the busiest thread since {@code counts}, the largest number when nothing can be told. */
  private long pace(long[] counts, int threads, long elapsedNanos, int slices) {
    long most = mostSince(counts, threads);
    boolean undisturbed = elapsedNanos < slices * MOST_SLICE_NANOS;
    return undisturbed && most >= LEAST_OPERATIONS
        ? (elapsedNanos + most / 2) / most
        : Long.MAX_VALUE;
  }

  /** Operations of the busiest thread since {@code counts}, which are brought up to date. */
  private long mostSince(long[] counts, int threads) {
    long most = 0;
    for (int i = 0; i < threads; i++) {
      long now = cells[i].operations();
      most = Math.max(most, now - counts[i]);
      counts[i] = now;
    }
    return most;
  }

  private static long spin(long beganNanos) {
    long nowNanos = beganNanos;
    while (nowNanos - beganNanos < SLICE_NANOS) {
      Thread.onSpinWait();
      nowNanos = System.nanoTime();
    }
    return nowNanos;
  }
}
