package io.mapscope.profile;

/**
 * How many maps a site has made.
 *
 * @param created tracked maps so far
 * @param alive those of them that were not yet found collected at the last interval
 */
public record Instances(long created, long alive) {

  /** Checks that both are at least 0. */
  public Instances {
    Require.nonNegative(created, "instances.created");
    Require.nonNegative(alive, "instances.alive");
  }
}
