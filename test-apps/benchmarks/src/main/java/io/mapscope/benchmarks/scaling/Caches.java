package io.mapscope.benchmarks.scaling;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The private caches of so many cores and the lines in them, by the MSI protocol: a read needs a
 * copy, a write the only one. What is missing is transferred; the core waits for a share of that
 * time, because it goes on with what comes next as far as it can.
 *
 * <p>Lines never leave a cache for want of room. The transfers of one line wait for each other or
 * not ({@link Contention}): hardware lies between the two.
 */
final class Caches {
  private static final int NOBODY = -1;

  /** What happens when several cores want one line. */
  enum Contention {
    /** All transfers at once: a lower bound. */
    OVERLAPPING,
    /** One transfer after the other, in the order of the cores' clocks: an upper bound. */
    QUEUED
  }

  private final double transferNanos;
  private final double waitedShare;
  private final Contention contention;
  private final double[] clockNanos;
  private final BitSet[] holders;
  private final int[] writer;
  private final double[] freeAtNanos;
  private long transfers;

  /**
   * Empty ones.
   *
   * @param waitedShare of a transfer that the core which wants the line waits, from 0 to 1
   */
  Caches(int cores, int lines, double transferNanos, double waitedShare, Contention contention) {
    this.transferNanos = transferNanos;
    this.waitedShare = waitedShare;
    this.contention = contention;
    this.clockNanos = new double[cores];
    this.holders = new BitSet[lines];
    Arrays.setAll(holders, line -> new BitSet(cores));
    this.writer = new int[lines];
    Arrays.fill(writer, NOBODY);
    this.freeAtNanos = new double[lines];
  }

  void read(int core, int line) {
    if (!holders[line].get(core)) {
      if (!holders[line].isEmpty()) {
        transfer(core, line);
      }
      holders[line].set(core);
      writer[line] = NOBODY;
    }
  }

  void write(int core, int line) {
    if (writer[line] != core) {
      if (holders[line].cardinality() > (holders[line].get(core) ? 1 : 0)) {
        transfer(core, line);
      }
      holders[line].clear();
      holders[line].set(core);
      writer[line] = core;
    }
  }

  private void transfer(int core, int line) {
    transfers++;
    final double begin =
        contention == Contention.QUEUED
            ? Math.max(clockNanos[core], freeAtNanos[line])
            : clockNanos[core];
    clockNanos[core] = begin + waitedShare * transferNanos;
    freeAtNanos[line] = begin + transferNanos;
  }

  /** The core does something else for so long. */
  void work(int core, double nanos) {
    clockNanos[core] += nanos;
  }

  double clockNanos(int core) {
    return clockNanos[core];
  }

  /** The core whose clock is behind all others: its turn. */
  int next() {
    int first = 0;
    for (int core = 1; core < clockNanos.length; core++) {
      if (clockNanos[core] < clockNanos[first]) {
        first = core;
      }
    }
    return first;
  }

  long transfers() {
    return transfers;
  }
}
