package io.mapscope.profile;

import java.util.Objects;

/**
 * A key that many operations were about.
 *
 * @param key hash of the key in hexadecimal, or its text where the user allowed that
 * @param share share of the sampled operations that were about it, from 0 to 1; an estimate
 */
public record HotKey(String key, double share) {

  /** Checks the range. */
  public HotKey {
    Objects.requireNonNull(key, "hotKeys.key");
    Require.ratio(share, "hotKeys.share");
  }
}
