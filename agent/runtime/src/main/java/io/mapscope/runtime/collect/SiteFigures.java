package io.mapscope.runtime.collect;

import io.mapscope.profile.Allocation;
import io.mapscope.profile.Instances;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Threads;
import java.util.Arrays;
import java.util.MapscopeOperation;
import java.util.MapscopeSite;
import org.jspecify.annotations.Nullable;

/** One site at one moment, on its way from the ledger to the profile. */
record SiteFigures(
    MapscopeSite site,
    SiteName name,
    String mapClass,
    @Nullable String wraps,
    @Nullable String field,
    long[] row,
    OperationCounts errors,
    long created,
    long alive,
    long entries,
    double growthPerSecond,
    long capacity,
    int readers,
    int writers,
    double coverage,
    Allocation allocation,
    SiteFacts facts) {

  MapProfile profile() {
    return new MapProfile(
        name.id(),
        mapClass,
        wraps,
        SiteName.profileSite(site, field),
        new Instances(created, alive),
        entries,
        growthPerSecond,
        capacity,
        new Threads(readers, writers),
        coverage,
        counts(row),
        row[MapscopeOperation.TRAVERSED_ENTRIES],
        facts.misuse(row),
        facts.profile(site.mapClass, row).withAllocation(allocation).withOperationErrors(errors));
  }

  static OperationCounts counts(long[] row) {
    return OperationCounts.of(Arrays.copyOf(row, MapscopeOperation.COUNT));
  }
}
