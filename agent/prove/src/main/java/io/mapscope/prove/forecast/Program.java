package io.mapscope.prove.forecast;

import java.util.Set;

/**
 * A program that exists in a broken and in a fixed form.
 *
 * @param rules of findings whose advice its fixed form follows
 */
public record Program(String name, Set<String> rules) {

  /** Copies the set. */
  public Program {
    rules = Set.copyOf(rules);
  }
}
