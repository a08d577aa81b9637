package io.mapscope.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for the maps of a site: for their bins and monitors, and for the locks around them.
 *
 * @param count all waits together
 * @param nanos blocked time of all threads and waits together
 * @param monitor waits for monitors, or null when they were not recorded
 * @param lock waits for {@code java.util.concurrent.locks}, or null when they were not recorded
 * @param counterCollisions updates of a size counter that met another thread's
 * @param casFailures compare-and-set operations lost to another thread
 * @param resizeHelps operations that had to help moving the table
 * @param treeBinWaits waits for the lock of a tree bin
 * @param attributions how waits came to be attributed to these maps, the largest part first
 */
public record Contention(
    long count,
    long nanos,
    @Nullable Waits monitor,
    @Nullable LockWaits lock,
    long counterCollisions,
    long casFailures,
    long resizeHelps,
    long treeBinWaits,
    List<Attribution> attributions) {

  /** Checks ranges and copies the list. */
  public Contention {
    Require.nonNegative(count, "contention.count");
    Require.nonNegative(nanos, "contention.nanos");
    Require.nonNegative(counterCollisions, "contention.counterCollisions");
    Require.nonNegative(casFailures, "contention.casFailures");
    Require.nonNegative(resizeHelps, "contention.resizeHelps");
    Require.nonNegative(treeBinWaits, "contention.treeBinWaits");
    attributions = List.copyOf(attributions);
  }

  /** Whether anything happened at all. */
  public boolean isEmpty() {
    return (count | nanos | counterCollisions | casFailures | resizeHelps | treeBinWaits) == 0;
  }
}
