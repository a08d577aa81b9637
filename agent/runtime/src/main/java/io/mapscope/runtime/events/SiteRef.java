package io.mapscope.runtime.events;

import io.mapscope.jfr.MapRef;
import io.mapscope.runtime.collect.SiteName;

/** A site's name as events carry it. */
final class SiteRef {
  private SiteRef() {}

  static MapRef of(SiteName name) {
    return new MapRef(name.id(), name.mapClass(), name.field(), name.place());
  }
}
