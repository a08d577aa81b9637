package io.mapscope.profile;

import org.jspecify.annotations.Nullable;

/**
 * How long operations took, from samples; a part without samples is null.
 *
 * @param write puts, removals and the like
 * @param compute computes and merges, with their functions
 * @param function time inside the functions alone, during which the map may be locked
 * @param between from one operation of a thread to its next on the same map, where it is short:
 *     what a thread that nobody holds up does besides, and the operation
 * @param recursions functions that used the map they were computing for, or {@link
 *     MapFacts#UNKNOWN}
 */
public record Latency(
    @Nullable Quantiles write,
    @Nullable Quantiles compute,
    @Nullable Quantiles function,
    @Nullable Quantiles between,
    long recursions) {

  /** Brings an unknown count to its one form. */
  public Latency {
    recursions = Require.orUnknown(recursions);
  }
}
