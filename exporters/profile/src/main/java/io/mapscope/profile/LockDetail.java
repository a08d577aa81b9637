package io.mapscope.profile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lock held around accesses of a map, known from samples.
 *
 * @param className binary name of the class of the lock, or of the object whose monitor it is
 * @param field the field that the lock is stored in, {@code com.acme.Routes.lock}, or null
 * @param kind {@code monitor} or {@code lock}
 * @param share share of the samples in which it was held, from 0 to 1
 * @param samples how many samples there were
 * @param clientSide whether the lock is the map itself, locked by its caller
 */
public record LockDetail(
    String className,
    @Nullable String field,
    String kind,
    double share,
    long samples,
    boolean clientSide) {

  /** The value of {@link #kind} for monitors. */
  public static final String MONITOR = "monitor";

  /** The value of {@link #kind} for {@code java.util.concurrent.locks}. */
  public static final String LOCK = "lock";

  /** Checks ranges. */
  public LockDetail {
    Objects.requireNonNull(className, "externalLockDetail.class");
    if (!kind.equals(MONITOR) && !kind.equals(LOCK)) {
      throw new IllegalArgumentException("there is no kind of lock \"" + kind + "\"");
    }
    Require.ratio(share, "externalLockDetail.share");
    Require.nonNegative(samples, "externalLockDetail.samples");
  }
}
