package io.mapscope.profile;

/**
 * Whether nulls were seen in maps where a concurrent map would refuse them: in how many of the
 * agent's looks at a few of their entries. Not how many there are, nor how many operations had
 * them; none seen does not prove that there was none, but for null keys of a HashMap.
 *
 * @param keys looks that saw a null key
 * @param values looks that saw a null value
 */
public record Nulls(long keys, long values) {

  /** Checks that both are at least 0. */
  public Nulls {
    Require.nonNegative(keys, "nulls.keys");
    Require.nonNegative(values, "nulls.values");
  }
}
