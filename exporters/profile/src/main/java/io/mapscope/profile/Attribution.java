package io.mapscope.profile;

import java.util.Objects;

/**
 * A part of the waiting that was attributed to the maps in one way.
 *
 * @param by how the attribution was made, a short phrase: {@code hook inside the map}
 * @param certainty how sure it is
 * @param count waits attributed so
 * @param nanos their blocked time
 */
public record Attribution(String by, Certainty certainty, long count, long nanos) {

  /** Checks ranges. */
  public Attribution {
    Objects.requireNonNull(by, "attributions.by");
    Objects.requireNonNull(certainty, "attributions.certainty");
    Require.nonNegative(count, "attributions.count");
    Require.nonNegative(nanos, "attributions.nanos");
  }
}
