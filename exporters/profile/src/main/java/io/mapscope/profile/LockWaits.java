package io.mapscope.profile;

import org.jspecify.annotations.Nullable;

/**
 * Waits for a lock of {@code java.util.concurrent.locks}.
 *
 * @param count waits
 * @param nanos blocked time of all threads together
 * @param className binary name of the lock's class, of the one waited for longest when there are
 *     several; null when it is not known
 */
public record LockWaits(long count, long nanos, @Nullable String className) {

  /** Checks that the figures are at least 0. */
  public LockWaits {
    Require.nonNegative(count, "contention.lock.count");
    Require.nonNegative(nanos, "contention.lock.nanos");
  }
}
