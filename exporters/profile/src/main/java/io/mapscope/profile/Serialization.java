package io.mapscope.profile;

import java.util.Objects;

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
 */
public record Serialization(
    String format,
    long count,
    long entries,
    long bytes,
    long nanos,
    long allocatedBytes,
    long torn,
    long redundant) {

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
}
