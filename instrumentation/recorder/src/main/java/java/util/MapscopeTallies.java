package java.util;

/** Questions about the account of a map that copies and serializations ask. */
final class MapscopeTallies {
  private MapscopeTallies() {}

  /** The account of {@code map} alone, given one now if it has none; null when it shares one. */
  static MapscopeTally ownOf(Object map) {
    MapscopeProbe probe = MapscopeSlots.probe(map);
    if (probe == null) {
      MapscopeCounts.cell(map);
      probe = MapscopeSlots.probe(map);
    }
    return probe == null || !probe.own ? null : probe.tally;
  }

  /** Writes counted so far on {@code tally} by all threads but the carrier {@code id}. */
  static long writesOfOthers(MapscopeTally tally, long id) {
    MapscopeThreads.pin();
    try {
      return tally.writesWithout(id);
    } finally {
      MapscopeThreads.unpin();
    }
  }

  /** Counts a copy; returns the writes of others since it began. */
  static long copied(MapscopeTally tally, MapscopeSpan span, long nanos, long bytes) {
    MapscopeThreads.pin();
    try {
      return tally.copied(span, nanos, bytes);
    } finally {
      MapscopeThreads.unpin();
    }
  }

  /** Counts a serialization; returns whether it was redundant. */
  static boolean serialized(
      MapscopeTally tally, MapscopeSpan span, long nanos, long allocated, boolean torn) {
    MapscopeThreads.pin();
    try {
      synchronized (tally) {
        return tally.format(span.format).add(span, nanos, allocated, torn);
      }
    } finally {
      MapscopeThreads.unpin();
    }
  }

  /** The latest serialization in {@code format} has this length, told afterwards. */
  static void produced(MapscopeTally tally, int format, long length) {
    MapscopeThreads.pin();
    try {
      synchronized (tally) {
        MapscopeFormat account = tally.format(format);
        account.sized++;
        account.bytes += length;
      }
    } finally {
      MapscopeThreads.unpin();
    }
  }
}
