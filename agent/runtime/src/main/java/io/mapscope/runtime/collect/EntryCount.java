package io.mapscope.runtime.collect;

import java.util.MapscopeGate;
import java.util.MapscopeOperation;
import java.util.MapscopeSizes;
import java.util.MapscopeTally;

/**
 * Entries of one map: as its fields say or a {@code size()} that cannot wait; of any other map in
 * {@code maps=} what was put less what was removed, as long as nothing was done to it whose outcome
 * in entries is not known ({@code compute}, {@code merge}, {@code putAll}, {@code clear}), and the
 * gate was never closed; else 0.
 */
final class EntryCount {
  private static final int[] UNCLEAR = {
    MapscopeOperation.COMPUTE,
    MapscopeOperation.MERGE,
    MapscopeOperation.PUT_ALL,
    MapscopeOperation.CLEAR
  };

  private EntryCount() {}

  static long of(Object map, MapscopeTally tally) {
    long entries = MapscopeSizes.entries(map);
    return entries < 0 ? byOutcomes(tally) : entries;
  }

  private static long byOutcomes(MapscopeTally tally) {
    if (MapscopeGate.moves > 0) {
      return 0;
    }
    long[] row = new long[MapscopeOperation.ROW];
    tally.addTo(row);
    for (int operation : UNCLEAR) {
      if (row[operation] > 0) {
        return 0;
      }
    }
    long added = row[MapscopeOperation.PUT_NEW] + row[MapscopeOperation.COMPUTE_IF_ABSENT_ABSENT];
    return Math.max(0, added - row[MapscopeOperation.REMOVE_HIT]);
  }
}
