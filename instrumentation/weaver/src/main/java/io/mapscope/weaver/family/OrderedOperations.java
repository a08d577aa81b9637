package io.mapscope.weaver.family;

/** The methods of NavigableMap that rely on the order; all count as {@code ordered}. */
final class OrderedOperations {
  /** Looks at or takes an entry near a key or at an end. */
  static final String[] NEAR_ENTRIES = {
    "firstEntry",
    "firstKey",
    "lastEntry",
    "lastKey",
    "lowerEntry",
    "lowerKey",
    "floorEntry",
    "floorKey",
    "ceilingEntry",
    "ceilingKey",
    "higherEntry",
    "higherKey",
    "pollFirstEntry",
    "pollLastEntry",
  };

  /** Takes a range or the reverse; the shorter forms call these. */
  static final String[] RANGES = {"descendingMap", "subMap/4", "headMap/2", "tailMap/2"};

  private OrderedOperations() {}
}
