package io.mapscope.runtime.collect;

import io.mapscope.profile.Lives;
import io.mapscope.profile.MapFacts;
import java.util.MapscopeGate;
import java.util.MapscopeLayout;
import java.util.MapscopeOperation;
import java.util.MapscopeSizes;
import java.util.MapscopeTally;

/** The maps of a site one by one: what became of the ended ones, how the living ones are filled. */
final class LivesAccount {
  /** A table with room for so many times the entries that a map ever got is far too large. */
  private static final int SPARSE = 8;

  /** The length that maps choose themselves, which is nobody's fault. */
  private static final int DEFAULT_LENGTH = 16;

  private static final double LOAD = 0.75;

  /** Ended maps by the binary logarithm of their last table's length. */
  private final long[] byLength = new long[Integer.SIZE];

  private long ended;
  private long endedShared;
  private long resized;
  private long resizes;
  private long shared;
  private long unused;
  private long sparse;
  private long spareBytes;

  /** {@code tally}'s map has been collected. */
  void noteEnded(MapscopeTally tally) {
    ended++;
    endedShared += tally.isShared() ? 1 : 0;
    resized += tally.resizes() > 0 ? 1 : 0;
    resizes += tally.resizes();
    int length = tally.tableLength();
    if (length > 0) {
      byLength[log2(length)]++;
    }
  }

  /** Forgets the living maps; those of now are added again. */
  void beginLiving() {
    shared = endedShared;
    unused = 0;
    sparse = 0;
    spareBytes = 0;
  }

  /**
   * A living map.
   *
   * @param added entries it ever got, or more; not known once the gate was closed: then no table is
   *     judged too large
   */
  void addLiving(MapscopeTally tally, Object map, long added) {
    shared += tally.isShared() ? 1 : 0;
    if (!isHashTable(tally.layout)) {
      return;
    }
    int length = MapscopeSizes.tableLength(map);
    int needed = lengthFor(added);
    if (length == 0) {
      unused++;
    } else if (MapscopeGate.moves == 0 && length >= (long) SPARSE * needed) {
      sparse++;
      spareBytes += MapscopeLayout.arrayBytes(length) - MapscopeLayout.arrayBytes(needed);
    }
  }

  /** A living map that is just being collected. */
  void addLiving(MapscopeTally tally) {
    shared += tally.isShared() ? 1 : 0;
  }

  /** Entries that a map with this row ever got; those that became tree nodes may count twice. */
  static long added(long[] row) {
    return row[MapscopeOperation.PUT_NEW]
        + row[MapscopeOperation.NODES]
        + row[MapscopeOperation.OTHER_NODES];
  }

  private static boolean isHashTable(int layout) {
    return layout == MapscopeLayout.HASH
        || layout == MapscopeLayout.LINKED_HASH
        || layout == MapscopeLayout.CONCURRENT_HASH;
  }

  private static int lengthFor(long entries) {
    int length = DEFAULT_LENGTH;
    while (length * LOAD < entries && length < 1 << 30) {
      length <<= 1;
    }
    return length;
  }

  Lives profile() {
    return new Lives(
        ended,
        shared,
        unused,
        resized,
        resizes,
        quantile(0.1),
        quantile(0.5),
        quantile(0.9),
        sparse,
        spareBytes);
  }

  private long quantile(double share) {
    long all = 0;
    for (long count : byLength) {
      all += count;
    }
    long below = 0;
    for (int i = 0; i < byLength.length; i++) {
      below += byLength[i];
      if (all > 0 && below >= Math.ceil(share * all)) {
        return 1L << i;
      }
    }
    return MapFacts.UNKNOWN;
  }

  private static int log2(int length) {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(length);
  }
}
