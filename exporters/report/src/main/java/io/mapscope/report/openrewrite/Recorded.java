package io.mapscope.report.openrewrite;

import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Nulls;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the recorded facts about a map say to another class in its place. */
final class Recorded {

  private static final String SYNCHRONIZED_MAP = "java.util.Collections$SynchronizedMap";
  private static final String HASH_MAP = "java.util.HashMap";
  private static final String CONCURRENT_HASH_MAP = "java.util.concurrent.ConcurrentHashMap";

  /** Classes whose entries have no order and whose place a ConcurrentHashMap can take. */
  private static final Set<String> UNORDERED =
      Set.of(HASH_MAP, "java.util.Hashtable", CONCURRENT_HASH_MAP);

  /** Classes whose putIfAbsent and computeIfAbsent are one step and refuse null, or are asked. */
  private static final Set<String> ATOMIC =
      Set.of(
          CONCURRENT_HASH_MAP,
          "java.util.concurrent.ConcurrentSkipListMap",
          "java.util.Hashtable",
          SYNCHRONIZED_MAP);

  private Recorded() {}

  /** What forbids a ConcurrentHashMap in place of {@code map}, or null when nothing was seen. */
  static @Nullable String objection(MapProfile map) {
    if (map.mapClass().equals(CONCURRENT_HASH_MAP)) {
      return null;
    }
    if (!hasNoOrder(map)) {
      return "the class of the map keeps an order or adds something of its own";
    }
    Nulls nulls = map.facts().nulls();
    if (nulls == null && !map.mapClass().equals("java.util.Hashtable")) {
      return "whether the map gets nulls was not recorded";
    }
    if (nulls != null && nulls.keys() + nulls.values() > 0) {
      return "nulls were seen in the map";
    }
    return lockObjection(map);
  }

  /**
   * Whether one call in place of two is atomic and does the same: null values, which tell "absent"
   * from "mapped to null", were not seen.
   */
  static boolean insertsAtomically(MapProfile map) {
    Nulls nulls = map.facts().nulls();
    boolean refusesNull = !map.mapClass().equals(SYNCHRONIZED_MAP);
    return ATOMIC.contains(map.mapClass())
        && (refusesNull || (nulls != null && nulls.keys() + nulls.values() == 0));
  }

  private static boolean hasNoOrder(MapProfile map) {
    return map.mapClass().equals(SYNCHRONIZED_MAP)
        ? HASH_MAP.equals(map.wraps())
        : UNORDERED.contains(map.mapClass());
  }

  private static @Nullable String lockObjection(MapProfile map) {
    ExternalLock lock = map.facts().externalLock();
    if (lock == null) {
      return "whether callers hold a lock around the map was not recorded";
    }
    LockDetail detail = lock.detail();
    boolean plain = map.mapClass().equals(HASH_MAP);
    if (detail == null || (!plain && !detail.clientSide())) {
      return null;
    }
    return detail.clientSide()
        ? "callers lock the map itself around several operations"
        : "callers hold a lock around some operations, which may guard more than the map";
  }
}
