package io.mapscope.runtime.collect;

import io.mapscope.profile.Allocation;
import java.util.MapscopeLayout;
import java.util.MapscopeOperation;
import java.util.MapscopeSite;
import java.util.MapscopeSizes;
import java.util.MapscopeTally;
import org.jspecify.annotations.Nullable;

/**
 * What the maps of one site have allocated and what the living ones hold: exact counts times the
 * sizes of this JVM's objects. Keys, values, iterators and boxes are not in it.
 *
 * <p>The maps of a site are of one class, but for the overflow site, whose nodes are all taken to
 * be like those of its first map. Used under the ledger's monitor.
 */
final class AllocationAccount {
  private static final int UNKNOWN = -1;

  private int layout = UNKNOWN;
  private long instanceBytes;

  void born(MapscopeTally tally) {
    if (layout == UNKNOWN) {
      layout = tally.layout;
    }
  }

  /** Bytes of {@code map} without keys and values; what changes meanwhile is seen as it comes. */
  long retained(Object map, MapscopeTally tally, ObjectSizes sizes) {
    if (instanceBytes == 0) {
      instanceBytes = sizes.of(map);
    }
    int places = MapscopeSizes.tableLength(map);
    long table = places == 0 ? 0 : MapscopeLayout.arrayBytes(places);
    long entries = Math.max(0, MapscopeSizes.entries(map));
    return instanceBytes
        + facade(tally, sizes)
        + sizes.partsOf(map)
        + table
        + entries * sizes.entry(tally.layout);
  }

  private static long facade(MapscopeTally tally, ObjectSizes sizes) {
    String shown = tally.mapClass;
    return tally.wraps == null ? 0 : sizes.facade(shown);
  }

  /**
   * The account so far.
   *
   * @param created maps that came into being at the site
   * @param facadeClass class of the set or wrapper around them, or null
   */
  Allocation sum(
      MapscopeSite site,
      long[] row,
      long created,
      @Nullable String facadeClass,
      long retainedBytes,
      ObjectSizes sizes) {
    int kind = layout == UNKNOWN ? MapscopeLayout.OTHER : layout;
    long entryNodes = Math.max(0, hasNodes(kind) ? madeByEntries(row) : 0);
    long others = hasNodes(kind) ? otherNodes(kind, row) : 0;
    long instances =
        site.kind == MapscopeSite.FIRST_USE ? 0 : created * one(kind, facadeClass, sizes);
    long tableBytes = row[MapscopeOperation.TABLE_BYTES];
    long bytes =
        instances + entryNodes * sizes.entry(kind) + others * sizes.otherNode(kind) + tableBytes;
    return new Allocation(
        bytes, entryNodes + others, tableBytes, row[MapscopeOperation.RESIZES], retainedBytes);
  }

  private long one(int kind, @Nullable String facadeClass, ObjectSizes sizes) {
    long map = instanceBytes == 0 ? sizes.instance(kind) : instanceBytes;
    return map + sizes.fixedParts(kind) + (facadeClass == null ? 0 : sizes.facade(facadeClass));
  }

  private static boolean hasNodes(int kind) {
    return kind != MapscopeLayout.IDENTITY
        && kind != MapscopeLayout.ENUM
        && kind != MapscopeLayout.OTHER;
  }

  private static long madeByEntries(long[] row) {
    return row[MapscopeOperation.PUT_NEW] + row[MapscopeOperation.NODES];
  }

  /** A skip list marks each node it removes with another. */
  private static long otherNodes(int kind, long[] row) {
    long removed = kind == MapscopeLayout.SKIP_LIST ? row[MapscopeOperation.REMOVE_HIT] : 0;
    return row[MapscopeOperation.OTHER_NODES] + removed;
  }
}
