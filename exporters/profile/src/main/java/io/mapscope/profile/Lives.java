package io.mapscope.profile;

/**
 * The lives of the maps of a site, one by one: what sums over all maps do not tell.
 *
 * @param ended maps found collected
 * @param shared maps, ended or alive, that more than one thread has used; maps used by virtual
 *     threads are taken to be among them
 * @param unused live maps that never held an entry
 * @param resized ended maps whose table was replaced by a larger one, once or more
 * @param endedResizes replacements of tables in all ended maps together
 * @param finalCapacityP10 places in the last table of an ended map: one in ten had at most as many,
 *     or {@link MapFacts#UNKNOWN} when none had a table
 * @param finalCapacityP50 the same for one in two
 * @param finalCapacityP90 the same for nine in ten
 * @param sparse live maps whose table has place for eight times the entries they ever got, or more
 * @param spareBytes bytes of those tables beyond what these entries need
 */
public record Lives(
    long ended,
    long shared,
    long unused,
    long resized,
    long endedResizes,
    long finalCapacityP10,
    long finalCapacityP50,
    long finalCapacityP90,
    long sparse,
    long spareBytes) {

  /** Checks ranges. */
  public Lives {
    Require.nonNegative(ended, "lives.ended");
    Require.nonNegative(shared, "lives.shared");
    Require.nonNegative(unused, "lives.unused");
    Require.nonNegative(resized, "lives.resized");
    Require.nonNegative(endedResizes, "lives.endedResizes");
    finalCapacityP10 = Require.orUnknown(finalCapacityP10);
    finalCapacityP50 = Require.orUnknown(finalCapacityP50);
    finalCapacityP90 = Require.orUnknown(finalCapacityP90);
    Require.nonNegative(sparse, "lives.sparse");
    Require.nonNegative(spareBytes, "lives.spareBytes");
  }
}
