package io.mapscope.profile;

import java.util.Objects;

/**
 * A place in the application that uses the maps.
 *
 * @param frame the application's innermost frame as text, {@code com.acme.Routes.find:50}
 * @param operation what is done there, a {@link Operation#jsonName()} or the map's method
 * @param share share of the sampled operations, from 0 to 1; an estimate
 */
public record CallSite(String frame, String operation, double share) {

  /** Checks the range. */
  public CallSite {
    Objects.requireNonNull(frame, "callSites.frame");
    Objects.requireNonNull(operation, "callSites.operation");
    Require.ratio(share, "callSites.share");
  }
}
