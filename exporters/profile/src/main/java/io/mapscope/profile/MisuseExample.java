package io.mapscope.profile;

import java.util.List;
import java.util.Objects;

/**
 * One occasion of a misuse.
 *
 * @param kind of which misuse
 * @param stacks a stack per thread or step that took part, each a list of frames as text, innermost
 *     first
 */
public record MisuseExample(MisuseKind kind, List<List<String>> stacks) {

  /** Copies the stacks. */
  public MisuseExample {
    Objects.requireNonNull(kind, "examples.kind");
    stacks = stacks.stream().map(List::copyOf).toList();
  }
}
