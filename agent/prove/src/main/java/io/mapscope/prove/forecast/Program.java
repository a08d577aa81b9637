package io.mapscope.prove.forecast;

import java.util.Set;

/**
 * A program that exists in a broken and in a fixed form.
 *
 * @param rules of the findings that it has
 * @param otherFix what its fixed form is, if that does not follow the findings' advice; else empty
 */
public record Program(String name, Set<String> rules, String otherFix) {

  /** Copies the set. */
  public Program {
    rules = Set.copyOf(rules);
  }
}
