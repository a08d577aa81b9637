package io.mapscope.profile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to use instead of the map, or how to use it otherwise.
 *
 * @param kind the sort of change, such as {@code atomic-operation}, {@code concurrent} or {@code
 *     presize}
 * @param type class of the replacement, or null when the class stays
 * @param snippet Java source that shows the change, lines ended by line feeds; null when words say
 *     it better
 */
public record Replacement(String kind, @Nullable String type, @Nullable String snippet) {

  /** Checks that the kind is there. */
  public Replacement {
    Objects.requireNonNull(kind, "replacement.kind");
  }
}
