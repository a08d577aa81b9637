package java.util;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.MapscopeConcurrentSizes;
import jdk.internal.misc.Unsafe;

/**
 * How evenly the entries of some maps lie in their bins: a look from outside, by the collector, at
 * a bounded number of them.
 *
 * <p>Reads fields plainly while the application may write them: takes no lock, runs no code of the
 * application, sees a bin as it was at some moment. Bins that a resize has moved are left out. A
 * chain is followed for at most {@value #MOST_NODES} entries, because a broken HashMap can have a
 * ring. For the HashMap, ConcurrentHashMap, Hashtable and WeakHashMap families.
 */
public final class MapscopeBinLook {
  /**
   * Entries that make a bin hot in a map of few: as many as make HashMap turn it into a tree, which
   * by the Poisson distribution one bin in ten million has at a load of one half.
   */
  private static final int HOT = 8;

  /** How many times the average a hot bin holds besides. */
  private static final int TIMES_AVERAGE = 4;

  private static final int MOST_NODES = 1_024;

  /** As many entries cost as much as a bin. */
  private static final int LONG = 16;

  private static final int BLOCK = 64;
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long HASH_NEXT = next(MapscopeLayout.HASH);
  private static final long CONCURRENT_NEXT = next(MapscopeLayout.CONCURRENT_HASH);
  private static final long HASHTABLE_NEXT = next(MapscopeLayout.HASHTABLE);
  private static final long WEAK_NEXT = next(MapscopeLayout.WEAK);

  /** Bins looked at. */
  public long bins;

  /** Entries found in them. */
  public long entries;

  /** Bins with far more entries than the average. */
  public long hotBins;

  /** Bins that are trees now, and the entries in them. */
  public long treeBins;

  public long treeNodes;

  private int placesLeft;

  /**
   * Nothing seen yet.
   *
   * @param places bins to look at at most, fewer when they are long
   */
  public MapscopeBinLook(int places) {
    placesLeft = places;
  }

  private static long next(int layout) {
    Class<?> node = MapscopeSpecimens.node(layout).getClass();
    return UNSAFE.objectFieldOffset(node, "next");
  }

  /** Whether the look has used up its places. */
  public boolean isOver() {
    return placesLeft <= 0;
  }

  /**
   * Looks into {@code map}: at all of its bins, or at blocks of them from all over the table that
   * {@code seed} shifts.
   */
  public void at(Object map, int seed) {
    Object[] table = MapscopeSizes.table(map);
    if (table == null || table.length == 0) {
      return;
    }
    double average = Math.max(0, MapscopeSizes.entries(map)) / (double) table.length;
    walk(map, table, seed, Math.max(HOT, (int) (TIMES_AVERAGE * (1 + average))));
  }

  private void walk(Object map, Object[] table, int seed, int hot) {
    int length = table.length;
    int blocks = (Math.min(length, placesLeft) + BLOCK - 1) / BLOCK;
    int stride = length / Math.max(1, blocks);
    int start = (seed >>> 1) % length;
    if (length <= placesLeft) {
      see(map, table, 0, length, hot);
      return;
    }
    for (int block = 0; block < blocks && placesLeft > 0; block++) {
      see(map, table, (start + block * stride) % length, BLOCK, hot);
    }
  }

  private void see(Object map, Object[] table, int from, int count, int hot) {
    for (int i = 0; i < count && placesLeft > 0; i++) {
      Object head = table[(from + i) % table.length];
      if (map instanceof ConcurrentHashMap) {
        if (head != null && MapscopeConcurrentSizes.hasMoved(head)) {
          continue;
        }
        Object first = head == null ? null : MapscopeConcurrentSizes.firstOf(head);
        count(first, CONCURRENT_NEXT, first != null && first != head, hot);
      } else if (map instanceof HashMap) {
        count(head, HASH_NEXT, head instanceof HashMap.TreeNode, hot);
      } else {
        count(head, map instanceof Hashtable ? HASHTABLE_NEXT : WEAK_NEXT, false, hot);
      }
    }
  }

  private void count(Object first, long next, boolean isTree, int hot) {
    int length = 0;
    for (Object node = first; node != null && length < MOST_NODES; length++) {
      node = UNSAFE.getReference(node, next);
    }
    bins++;
    placesLeft -= 1 + length / LONG;
    entries += length;
    hotBins += length >= hot ? 1 : 0;
    if (isTree) {
      treeBins++;
      treeNodes += length;
    }
  }
}
