package io.mapscope.profile;

/**
 * What the maps look like inside, and what the program relies upon that a replacement could break.
 * Each figure is {@link MapFacts#UNKNOWN} when it was not recorded.
 *
 * @param mutableValues value samples that were a mutable collection
 * @param valueSamples values looked at
 * @param insertionOrderTraversals traversals of a map that keeps insertion or access order
 * @param hotBins bins with far more entries than the average (at least 8, and 4 times as many as
 *     the average bin has and one besides), among the few thousand of the live maps' that were
 *     looked at when these last had entries
 * @param treeBins bins that became trees, all since tracking began
 * @param watchedValues second looks at values that are mutable collections
 * @param changedValues those of them that found the value changed where it lay
 * @param lockedValues those of them that found threads queueing for the value's monitor, lately
 */
public record Shape(
    long mutableValues,
    long valueSamples,
    long insertionOrderTraversals,
    long hotBins,
    long treeBins,
    long watchedValues,
    long changedValues,
    long lockedValues) {

  private static final long UNKNOWN = MapFacts.UNKNOWN;
  private static final Shape NONE =
      new Shape(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  /** Brings unknown figures to their one form. */
  public Shape {
    mutableValues = Require.orUnknown(mutableValues);
    valueSamples = Require.orUnknown(valueSamples);
    insertionOrderTraversals = Require.orUnknown(insertionOrderTraversals);
    hotBins = Require.orUnknown(hotBins);
    treeBins = Require.orUnknown(treeBins);
    watchedValues = Require.orUnknown(watchedValues);
    changedValues = Require.orUnknown(changedValues);
    lockedValues = Require.orUnknown(lockedValues);
  }

  /** Nothing was recorded. */
  public static Shape none() {
    return NONE;
  }

  /** The same with {@code mutable} of {@code samples} values found to be mutable collections. */
  public Shape withValues(long mutable, long samples) {
    return new Shape(
        mutable,
        samples,
        insertionOrderTraversals,
        hotBins,
        treeBins,
        watchedValues,
        changedValues,
        lockedValues);
  }

  /** The same with other {@code insertionOrderTraversals}. */
  public Shape withInsertionOrderTraversals(long traversals) {
    return new Shape(
        mutableValues,
        valueSamples,
        traversals,
        hotBins,
        treeBins,
        watchedValues,
        changedValues,
        lockedValues);
  }

  /** The same with other bins. */
  public Shape withBins(long hot, long tree) {
    return new Shape(
        mutableValues,
        valueSamples,
        insertionOrderTraversals,
        hot,
        tree,
        watchedValues,
        changedValues,
        lockedValues);
  }

  /** The same with other second looks at mutable values. */
  public Shape withWatchedValues(long looks, long changed, long locked) {
    return new Shape(
        mutableValues,
        valueSamples,
        insertionOrderTraversals,
        hotBins,
        treeBins,
        looks,
        changed,
        locked);
  }
}
