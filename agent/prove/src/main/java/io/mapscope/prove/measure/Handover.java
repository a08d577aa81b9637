package io.mapscope.prove.measure;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a cache line takes from one processor to another and back, measured by two threads that
 * answer each other.
 *
 * <p>What threads share costs them that. On a virtual machine it changes by a factor of five within
 * seconds, when the host moves its processors between one core and two: figures of two such times
 * cannot be compared.
 */
public final class Handover {

  private static final int SLICES = 9;
  private static final long SLICE_NANOS = 3_000_000;
  private static final int TURNS = 100;

  /** What ends the one that answers. */
  private static final long END = -1;

  private Handover() {}

  /**
   * Nanoseconds there and back, the median of slices, about 30 ms in all; NaN on one processor,
   * where nothing is handed over.
   */
  public static double nanos() {
    if (Runtime.getRuntime().availableProcessors() < 2) {
      return Double.NaN;
    }
    AtomicLong line = new AtomicLong();
    Thread other = new Thread(() -> answer(line), "mapscope-handover");
    other.setDaemon(true);
    other.start();
    try {
      double[] slices = new double[SLICES];
      for (int i = 0; i < SLICES; i++) {
        slices[i] = slice(line);
      }
      Arrays.sort(slices);
      return slices[SLICES / 2];
    } finally {
      line.set(END);
    }
  }

  private static double slice(AtomicLong line) {
    long start = System.nanoTime();
    long turns = 0;
    long took;
    do {
      for (int i = 0; i < TURNS; i++) {
        long asked = line.get() + 1;
        line.set(asked);
        while (line.get() == asked) {
          Thread.onSpinWait();
        }
      }
      turns += TURNS;
      took = System.nanoTime() - start;
    } while (took < SLICE_NANOS);
    return (double) took / turns;
  }

  /** Makes each odd number even, until the end. */
  private static void answer(AtomicLong line) {
    for (long now = line.get(); now != END; now = line.get()) {
      if (now % 2 == 1) {
        line.compareAndSet(now, now + 1);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
