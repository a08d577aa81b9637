package io.mapscope.profile;

import java.util.List;

/**
 * One occasion on which two threads were inside the same unsynchronised map, a writer among them.
 *
 * @param stacks a stack per thread, each a list of frames as text, innermost first
 */
public record OverlapExample(List<List<String>> stacks) {

  /** Copies the stacks. */
  public OverlapExample {
    stacks = stacks.stream().map(List::copyOf).toList();
  }
}
