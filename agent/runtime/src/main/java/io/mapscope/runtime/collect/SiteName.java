package io.mapscope.runtime.collect;

import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import java.util.MapscopeSite;
import org.jspecify.annotations.Nullable;

/**
 * What the maps of a site are called, the same in every event and report of a run.
 *
 * @param id the same for the same code in every run
 * @param mapClass class of the maps as the user wrote it
 * @param field where the maps are stored, once it has been found
 * @param place frame of the application that the maps come from
 */
public record SiteName(String id, String mapClass, @Nullable String field, String place) {
  static SiteName of(MapscopeSite site, String mapClass, @Nullable String field) {
    return new SiteName(idOf(site), mapClass, field, profileSite(site, field).frame());
  }

  static Site profileSite(MapscopeSite site, @Nullable String field) {
    if (site.kind == MapscopeSite.OVERFLOW) {
      return Site.overflow();
    }
    SiteKind kind = site.kind == MapscopeSite.ALLOCATION ? SiteKind.ALLOCATION : SiteKind.FIRST_USE;
    return new Site(site.className, site.methodName, site.line, field, kind);
  }

  /** FNV-1a over what identifies the site. */
  private static String idOf(MapscopeSite site) {
    String key =
        site.mapClass
            + '|'
            + site.className
            + '.'
            + site.methodName
            + site.methodDescriptor
            + '@'
            + site.bytecodeIndex
            + '|'
            + site.kind;
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return String.format("%016x", hash);
  }
}
