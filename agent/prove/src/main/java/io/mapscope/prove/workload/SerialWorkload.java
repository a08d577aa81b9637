package io.mapscope.prove.workload;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Serialization;
import io.mapscope.prove.serial.Content;
import io.mapscope.prove.serial.Contents;
import io.mapscope.prove.serial.RecordedSerialization;
import java.util.Objects;

/**
 * What a replay of serializations does, made of the profile of one map; immutable. The same profile
 * and seed give the same workload in every JVM. One operation is one serialization of the whole
 * map, with the writes that come before it.
 *
 * @param recorded the serialization that is replayed
 * @param threads that serialize and write
 * @param entries that the map holds
 * @param bytesPerEntry written of each by the recorded form, where it writes bytes
 * @param changes what is written between two serializations
 * @param seed of all that is drawn by lot
 */
public record SerialWorkload(
    RecordedSerialization recorded,
    int threads,
    int entries,
    double bytesPerEntry,
    Changes changes,
    long seed) {

  /** What is written of an entry where that was not recorded. */
  public static final double ASSUMED_BYTES_PER_ENTRY = 100;

  /** Larger outputs, by every thread at once, would measure the heap. */
  public static final long MOST_BYTES = 16_000_000;

  /**
   * The workload of {@code map}, whose serialization has a {@link RecordedSerialization}.
   *
   * @param cpus processors that the replay may use
   */
  public static SerialWorkload of(MapProfile map, int cpus, long seed) {
    RecordedSerialization recorded =
        Objects.requireNonNull(RecordedSerialization.of(map), "recorded serialization");
    Serialization item = recorded.item();
    double bytesPerEntry = hasBytes(item) ? bytesPerEntry(item) : ASSUMED_BYTES_PER_ENTRY;
    long entries = Math.min(recordedEntries(item), (long) (MOST_BYTES / bytesPerEntry));
    return new SerialWorkload(
        recorded,
        Math.min(Workload.recordedThreads(map), Workload.MOST_THREADS_PER_CPU * cpus),
        (int) Math.max(1, entries),
        bytesPerEntry,
        Changes.of(map, item),
        seed);
  }

  /** Entries of one recorded serialization, 1 at least. */
  static long recordedEntries(Serialization item) {
    return Math.max(1, item.entries() / Math.max(1, item.count()));
  }

  /** Whether the length of what was written could be seen. */
  static boolean hasBytes(Serialization item) {
    return item.bytes() > 0 && item.entries() > 0;
  }

  private static double bytesPerEntry(Serialization item) {
    return (double) item.bytes() / item.entries();
  }

  /** What the map holds. */
  public Content<?> content() {
    return Contents.of(recorded.form(), entries, bytesPerEntry);
  }

  /** Whether several threads use the map. */
  public boolean isShared() {
    return threads > 1;
  }
}
