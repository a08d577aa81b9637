package io.mapscope.runtime.collect;

import io.mapscope.profile.Copies;
import java.util.MapscopeBuckets;
import java.util.MapscopeOperation;
import java.util.MapscopeTally;

/** What is known about copies of a site's maps beyond the counters: durations, the worst one. */
final class CopyAccount {
  private final MapscopeBuckets dead = new MapscopeBuckets(MapscopeBuckets.NANOS);
  private MapscopeBuckets all = dead;
  private long mostWritesMeanwhile;

  void noteDead(MapscopeTally tally) {
    tally.addCopyNanos(dead);
    note(tally);
  }

  /** From now on the living are counted anew, on top of the dead. */
  void beginLiving() {
    all = new MapscopeBuckets(MapscopeBuckets.NANOS);
    all.add(dead);
  }

  void noteLiving(MapscopeTally tally) {
    tally.addCopyNanos(all);
    note(tally);
  }

  private void note(MapscopeTally tally) {
    mostWritesMeanwhile = Math.max(mostWritesMeanwhile, tally.mostWritesDuringCopy());
  }

  /**
   * All copies. Copies whose allocation could not be seen (in the agent's first moments, or by
   * virtual threads) are taken to have allocated what the others did on average.
   */
  Copies copies(long[] row) {
    long count = row[MapscopeOperation.COPIES];
    long measured = row[MapscopeOperation.COPIES_MEASURED];
    long bytes = row[MapscopeOperation.COPY_BYTES];
    return new Copies(
        count,
        row[MapscopeOperation.COPIED_ENTRIES],
        row[MapscopeOperation.COPY_NANOS],
        measured == 0 ? 0 : Math.round((double) bytes * count / measured),
        row[MapscopeOperation.TORN_COPIES],
        mostWritesMeanwhile,
        Distributions.of(all));
  }
}
