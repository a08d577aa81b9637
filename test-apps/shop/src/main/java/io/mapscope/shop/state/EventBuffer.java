package io.mapscope.shop.state;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What happened in the shop during the last seconds, oldest first.
 *
 * <p>An observer sees a skip list that earns its order: inserts at the tail, {@code headMap} ranges
 * cleared by the janitor, {@code tailMap} ranges read by the statistics, {@code pollFirstEntry}
 * when events come faster than the retention allows for; and a {@code size()} on every insert.
 */
public final class EventBuffer {
  /** When an event happened; the sequence tells events of one millisecond apart. */
  record Key(long timeMillis, long sequence) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTime = Long.compare(timeMillis, other.timeMillis);
      return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }

    /** The smallest key of that millisecond. */
    static Key startOf(long timeMillis) {
      return new Key(timeMillis, Long.MIN_VALUE);
    }
  }

  private final ConcurrentNavigableMap<Key, String> events = new ConcurrentSkipListMap<>();
  private final AtomicLong nextSequence = new AtomicLong();
  private final InstantSource clock;
  private final long retentionMillis;
  private final int capacityEntries;

  public EventBuffer(InstantSource clock, long retentionMillis, int capacityEntries) {
    this.clock = clock;
    this.retentionMillis = retentionMillis;
    this.capacityEntries = capacityEntries;
  }

  /** Appends an event of that kind and drops the oldest ones beyond the capacity. */
  public void record(String kind) {
    events.put(new Key(clock.millis(), nextSequence.getAndIncrement()), kind);
    while (events.size() > capacityEntries) {
      events.pollFirstEntry();
    }
  }

  /** Drops the events older than the retention. */
  public void trim() {
    events.headMap(Key.startOf(clock.millis() - retentionMillis)).clear();
  }

  /** How many events of each kind the last {@code windowMillis} saw. */
  public Map<String, Integer> countByKind(long windowMillis) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String kind : events.tailMap(Key.startOf(clock.millis() - windowMillis)).values()) {
      counts.merge(kind, 1, Integer::sum);
    }
    return counts;
  }

  public int count() {
    return events.size();
  }
}
