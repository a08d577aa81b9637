package io.mapscope.prove.workload;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Serialization;

/**
 * What is written to a map between two of its serializations, made of the counts of a profile.
 *
 * @param share of the serializations before which something was written, 0 to 1
 * @param writes before each of those, 1 at least
 * @param recordedWrites as it was recorded, where {@code writes} is bounded
 */
public record Changes(double share, double writes, double recordedWrites) {

  /** More writes than this between two serializations are a replay of writes. */
  public static final int MOST_WRITES = 1_000;

  /** The changes of {@code map} between serializations that are {@code item}. */
  static Changes of(MapProfile map, Serialization item) {
    double count = Math.max(1, item.count());
    double steady = Math.max(0, allWrites(map) - filling(map, item));
    double share = share(map, item, steady);
    double each = share == 0 ? 1 : Math.max(1, steady / (count * share));
    double most = Math.min(MOST_WRITES, Math.max(1, (double) item.entries() / count));
    return new Changes(share, Math.min(each, most), each);
  }

  /**
   * What was recorded of serializations that repeat the one before tells it; without that, each
   * write and each new map is taken for a change.
   */
  private static double share(MapProfile map, Serialization item, double steady) {
    double count = Math.max(1, item.count());
    if (item.redundant() < 0) {
      return Math.min(1, (steady + map.instances().created()) / count);
    }
    double told = Math.max(0, 1 - item.redundant() / count);
    return Math.min(told, allWrites(map) / count);
  }

  /** Operations that can change an entry. */
  private static double allWrites(MapProfile map) {
    long writes = 0;
    for (Operation operation : Operation.values()) {
      if (!operation.isRead() && !changesNothing(operation)) {
        writes += map.operations().get(operation);
      }
    }
    return writes;
  }

  private static boolean changesNothing(Operation operation) {
    return operation == Operation.REMOVE_MISS || operation == Operation.COMPUTE_IF_ABSENT_PRESENT;
  }

  /** Writes that filled the maps before they were serialized. */
  private static double filling(MapProfile map, Serialization item) {
    double entries = (double) item.entries() / Math.max(1, item.count());
    double filled = entries * Math.max(1, map.instances().created());
    return Math.min(filled, (double) map.operations().get(Operation.PUT_NEW));
  }

  /** Whether there were more writes than a replay does. */
  public boolean isBounded() {
    return recordedWrites > writes;
  }

  /** The pace of one thread. */
  Pace pace() {
    return new Pace(share, writes);
  }
}
