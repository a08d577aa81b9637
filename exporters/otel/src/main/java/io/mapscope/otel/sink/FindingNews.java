package io.mapscope.otel.sink;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.TraceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding that has come to another state.
 *
 * @param at when
 * @param state {@code appeared}, {@code worsened} or {@code withdrawn}
 * @param finding the finding as it is now, or was when it was withdrawn
 * @param map the map that it is about, or null when it is gone from the figures
 * @param trace where in the application's traces the map was last caught, or null
 */
public record FindingNews(
    Instant at, String state, Finding finding, @Nullable MapProfile map, @Nullable TraceRef trace) {

  /** The state of a finding whose facts no longer hold. */
  public static final String WITHDRAWN = "withdrawn";
}
