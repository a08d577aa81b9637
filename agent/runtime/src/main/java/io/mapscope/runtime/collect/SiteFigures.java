package io.mapscope.runtime.collect;

import io.mapscope.profile.Instances;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Site;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.Threads;
import java.util.Arrays;
import java.util.MapscopeOperation;
import java.util.MapscopeSite;
import org.jspecify.annotations.Nullable;

/** One site at one moment, on its way from the ledger to the profile. */
record SiteFigures(
    MapscopeSite site,
    String mapClass,
    @Nullable String wraps,
    @Nullable String field,
    long[] row,
    long created,
    long alive,
    long entries,
    double growthPerSecond,
    long capacity,
    int readers,
    int writers,
    SiteFacts facts) {

  MapProfile profile() {
    return new MapProfile(
        id(),
        mapClass,
        wraps,
        profileSite(),
        new Instances(created, alive),
        entries,
        growthPerSecond,
        capacity,
        new Threads(readers, writers),
        1,
        counts(row),
        row[MapscopeOperation.TRAVERSED_ENTRIES],
        misuse(),
        facts.profile(row));
  }

  static OperationCounts counts(long[] row) {
    return OperationCounts.of(Arrays.copyOf(row, MapscopeOperation.COUNT));
  }

  private Misuse misuse() {
    return new Misuse(row[MapscopeOperation.OVERLAPS], facts.overlaps().examples())
        .with(
            MisuseKind.CONCURRENT_MODIFICATION,
            row[MapscopeOperation.MODIFICATIONS],
            facts.modifications().examples());
  }

  private Site profileSite() {
    if (site.kind == MapscopeSite.OVERFLOW) {
      return Site.overflow();
    }
    SiteKind kind = site.kind == MapscopeSite.ALLOCATION ? SiteKind.ALLOCATION : SiteKind.FIRST_USE;
    return new Site(site.className, site.methodName, site.line, field, kind);
  }

  /** The same for the same code in every run: FNV-1a over what identifies the site. */
  private String id() {
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
