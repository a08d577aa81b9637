package io.mapscope.profile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Serializations of the maps of a site in one format.
 *
 * @param format {@code java}, {@code jackson-json}, {@code kryo} and so on
 * @param count how many
 * @param entries entries of the maps together
 * @param bytes length of the output together, or {@link MapFacts#UNKNOWN} when it could not be seen
 * @param nanos time that they took together
 * @param allocatedBytes what they allocated together, or {@link MapFacts#UNKNOWN}
 * @param torn serializations during which the map was written to
 * @param redundant serializations of a map unchanged since the one before, or {@link
 *     MapFacts#UNKNOWN}
 * @param nanosHistogram their durations in buckets of {@link Distribution#NANOS_BOUNDS}, or null
 *     when these were not recorded
 * @param bytesHistogram lengths of the outputs that could be seen, in buckets of {@link
 *     Distribution#BYTES_BOUNDS}, or null when these were not recorded
 */
public record Serialization(
    String format,
    long count,
    long entries,
    long bytes,
    long nanos,
    long allocatedBytes,
    long torn,
    long redundant,
    @Nullable Distribution nanosHistogram,
    @Nullable Distribution bytesHistogram) {

  /** Checks ranges. */
  public Serialization {
    Objects.requireNonNull(format, "serializations.format");
    Require.nonNegative(count, "serializations.count");
    Require.nonNegative(entries, "serializations.entries");
    bytes = Require.orUnknown(bytes);
    Require.nonNegative(nanos, "serializations.nanos");
    allocatedBytes = Require.orUnknown(allocatedBytes);
    Require.nonNegative(torn, "serializations.torn");
    redundant = Require.orUnknown(redundant);
  }

  /** Sums alone. */
  public Serialization(
      String format,
      long count,
      long entries,
      long bytes,
      long nanos,
      long allocatedBytes,
      long torn,
      long redundant) {
    this(format, count, entries, bytes, nanos, allocatedBytes, torn, redundant, null, null);
  }
}
