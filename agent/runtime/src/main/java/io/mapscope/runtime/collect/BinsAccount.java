package io.mapscope.runtime.collect;

import io.mapscope.profile.Shape;
import java.util.List;
import java.util.MapscopeBinLook;
import java.util.MapscopeLayout;
import java.util.MapscopeOperation;
import java.util.MapscopeTally;
import org.jspecify.annotations.Nullable;

/**
 * How evenly the entries of one site's maps lie in their bins: bins that became trees are counted
 * where they do; all else is a look at the living maps with every snapshot, the latest that found
 * any entry. Used under the ledger's monitor.
 */
final class BinsAccount {
  /** Places that a site's look may have: all of a map of two thousand entries. */
  private static final int MOST_PLACES = 4_096;

  private static final int LEAST_PLACES = 64;

  /** Places of one snapshot; ten thousand sites take a few milliseconds. */
  private static final int ALL_PLACES = 400_000;

  private MapscopeBinLook latest = new MapscopeBinLook(0);
  private int layout = MapscopeLayout.OTHER;
  private int seed;

  /** Places that each of {@code sites} may have. */
  static int placesEach(int sites) {
    return Math.max(LEAST_PLACES, Math.min(MOST_PLACES, ALL_PLACES / Math.max(1, sites)));
  }

  void born(MapscopeTally tally) {
    layout = layout == MapscopeLayout.OTHER ? tally.layout : layout;
  }

  /** Looks into some of the {@code living} maps, other ones each time if there are many. */
  void look(List<MapscopeTally> living, int places) {
    seed += 0x9e3779b9;
    MapscopeBinLook look = new MapscopeBinLook(places);
    for (int i = 0; i < living.size() && !look.isOver(); i++) {
      MapscopeTally tally = living.get(Math.floorMod(seed + i, living.size()));
      Object map = hasBins(tally.layout) ? tally.get() : null;
      if (map != null) {
        look.at(map, seed);
      }
    }
    if (look.entries > 0) {
      latest = look;
    }
  }

  /** {@code shape} with the bins; as it is for maps that have none, and null then for null. */
  @Nullable Shape addTo(@Nullable Shape shape, long[] row) {
    if (!hasBins(layout)) {
      return shape;
    }
    Shape bins = shape == null ? Shape.none() : shape;
    if (latest.bins > 0) {
      bins = bins.withBins(latest.hotBins, bins.treeBins());
    }
    return canHaveTrees(layout)
        ? bins.withBins(bins.hotBins(), row[MapscopeOperation.TREE_BINS])
        : bins;
  }

  /** Bytes that trees take beyond {@code entries} ordinary nodes, by the bins looked at. */
  long treeBytes(long entries, ObjectSizes sizes) {
    if (latest.treeBins == 0) {
      return 0;
    }
    double each = (double) entries / latest.entries;
    long perNode = sizes.otherNode(layout) - sizes.entry(layout);
    long perBin = layout == MapscopeLayout.CONCURRENT_HASH ? sizes.otherNode(layout) : 0;
    return Math.round(each * (latest.treeNodes * perNode + latest.treeBins * perBin));
  }

  private static boolean hasBins(int layout) {
    return canHaveTrees(layout)
        || layout == MapscopeLayout.HASHTABLE
        || layout == MapscopeLayout.WEAK;
  }

  private static boolean canHaveTrees(int layout) {
    return layout == MapscopeLayout.HASH
        || layout == MapscopeLayout.LINKED_HASH
        || layout == MapscopeLayout.CONCURRENT_HASH;
  }
}
