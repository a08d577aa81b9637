package io.mapscope.jfr;

import io.mapscope.profile.Site;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a rare-fact event names the maps it is about; made once per site and kept, so that an event
 * costs no text.
 *
 * @param mapId id of the maps, as in {@code mapscope.MapStatistics}
 * @param mapClass binary name of the map's class
 * @param field the field that the map is stored in, or null
 * @param site frame of the application that the maps come from, see {@link Site#frame()}
 */
public record MapRef(String mapId, String mapClass, @Nullable String field, String site) {

  /** Checks that nothing but the field is null. */
  public MapRef {
    Objects.requireNonNull(mapId, "mapId");
    Objects.requireNonNull(mapClass, "mapClass");
    Objects.requireNonNull(site, "site");
  }
}
