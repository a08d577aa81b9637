package io.mapscope.profile;

import java.util.Objects;

/**
 * A map class that the agent left alone.
 *
 * @param className its binary name
 * @param reason why, in words
 */
public record RefusedClass(String className, String reason) {

  /** Checks that neither is null. */
  public RefusedClass {
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(reason, "reason");
  }
}
