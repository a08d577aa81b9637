package io.mapscope.profile;

import java.util.List;

/**
 * What was done to the maps of a site that their classes do not allow.
 *
 * @param overlaps how often two threads were inside an unsynchronised map at once, a writer among
 *     them
 * @param overlapExamples a few of those occasions, with stacks
 */
public record Misuse(long overlaps, List<OverlapExample> overlapExamples) {

  private static final Misuse NONE = new Misuse(0, List.of());

  /** Checks the count and copies the examples. */
  public Misuse {
    Require.nonNegative(overlaps, "misuse.overlaps");
    overlapExamples = List.copyOf(overlapExamples);
  }

  /** Nothing wrong was seen. */
  public static Misuse none() {
    return NONE;
  }
}
