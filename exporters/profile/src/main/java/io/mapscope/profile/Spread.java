package io.mapscope.profile;

/**
 * How keys spread over the bins of hash tables, from looks at a few bins at a time. Keys whose
 * hashes were random would leave a bin empty with the chance {@code exp(-entries / bins)}.
 *
 * @param binsLooked bins looked at
 * @param binsOccupied those of them that held an entry
 * @param binsExpected those that would have held one if hashes were random
 * @param entriesLooked entries in the bins looked at, of each bin the first few
 */
public record Spread(long binsLooked, long binsOccupied, double binsExpected, long entriesLooked) {

  /** Checks ranges. */
  public Spread {
    Require.nonNegative(binsLooked, "spread.binsLooked");
    Require.nonNegative(binsOccupied, "spread.binsOccupied");
    Require.nonNegative(binsExpected, "spread.binsExpected");
    Require.nonNegative(entriesLooked, "spread.entriesLooked");
  }
}
