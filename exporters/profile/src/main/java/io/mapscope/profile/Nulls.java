package io.mapscope.profile;

/**
 * How often null was seen where a concurrent map would refuse it.
 *
 * @param keys operations whose key was null
 * @param values operations that stored null
 */
public record Nulls(long keys, long values) {

  /** Checks that both are at least 0. */
  public Nulls {
    Require.nonNegative(keys, "nulls.keys");
    Require.nonNegative(values, "nulls.values");
  }
}
