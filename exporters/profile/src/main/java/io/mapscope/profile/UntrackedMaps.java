package io.mapscope.profile;

import java.util.Objects;

/**
 * Maps that have no site, and what was done to them: nothing the agent saw is left out of the sum.
 *
 * @param reason why they have none: {@code jdk-internal}, {@code library-internal}, {@code
 *     excluded}, {@code over-budget}
 * @param mapsCreated how many such maps came into being
 * @param operations what was done to them
 */
public record UntrackedMaps(String reason, long mapsCreated, OperationCounts operations) {

  /** Checks ranges. */
  public UntrackedMaps {
    Objects.requireNonNull(reason, "reason");
    Require.nonNegative(mapsCreated, "mapsCreated");
    Objects.requireNonNull(operations, "operations");
  }
}
