package io.mapscope.profile;

import org.jspecify.annotations.Nullable;

/**
 * Copies made of the maps of a site, or of their views.
 *
 * @param count how many
 * @param entries entries copied by all of them together
 * @param nanos time that they took together
 * @param bytes what they allocated together
 * @param torn copies during which the map was written to
 * @param maxWritesMeanwhile writes during the worst of them
 * @param nanosHistogram their durations in buckets of {@link Distribution#NANOS_BOUNDS}, or null
 *     when these were not recorded
 */
public record Copies(
    long count,
    long entries,
    long nanos,
    long bytes,
    long torn,
    long maxWritesMeanwhile,
    @Nullable Distribution nanosHistogram) {

  /** Checks that all are at least 0. */
  public Copies {
    Require.nonNegative(count, "copies.count");
    Require.nonNegative(entries, "copies.entries");
    Require.nonNegative(nanos, "copies.nanos");
    Require.nonNegative(bytes, "copies.bytes");
    Require.nonNegative(torn, "copies.torn");
    Require.nonNegative(maxWritesMeanwhile, "copies.maxWritesMeanwhile");
  }

  /** Sums alone. */
  public Copies(
      long count, long entries, long nanos, long bytes, long torn, long maxWritesMeanwhile) {
    this(count, entries, nanos, bytes, torn, maxWritesMeanwhile, null);
  }
}
