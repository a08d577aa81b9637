package io.mapscope.runtime.options;

import org.jspecify.annotations.Nullable;

/** The values that the budget may have, at the start and later. */
public final class Budget {
  /** Every operation is counted. */
  public static final String OFF = "off";

  private Budget() {}

  /** What is wrong with {@code value} and what would be right, or null. */
  public static @Nullable String problem(String value) {
    return value.equals(OFF)
        ? null
        : "budget='"
            + value
            + "' is not available in this version of Mapscope; only budget=off, which counts every"
            + " operation";
  }
}
