package io.mapscope.profile;

import org.jspecify.annotations.Nullable;

/**
 * The lock that the program was seen to hold around accesses of its maps, if any.
 *
 * @param className binary name of the lock's class, or null when none was seen
 * @param detail what more is known of it, or null
 */
public record ExternalLock(@Nullable String className, @Nullable LockDetail detail) {

  /** Accesses were sampled, and no lock was held around them. */
  public static ExternalLock none() {
    return new ExternalLock(null, null);
  }

  /** The lock described by {@code detail}. */
  public static ExternalLock of(LockDetail detail) {
    return new ExternalLock(detail.className(), detail);
  }
}
