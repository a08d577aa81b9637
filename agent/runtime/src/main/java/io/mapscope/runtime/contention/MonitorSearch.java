package io.mapscope.runtime.contention;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.MapscopeMonitors;
import java.util.MapscopeTally;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.MapscopeBins;
import org.jspecify.annotations.Nullable;

/**
 * One search among all living maps for the owners of some monitors: maps, mutexes of wrappers,
 * heads of bins. Bins are many: at most {@value #MOST_BINS} are looked at, those of maps first that
 * are known to be used from the places where threads waited.
 */
final class MonitorSearch {
  private static final int MOST_BINS = 2_000_000;

  private final Set<Long> wanted = new HashSet<>();
  private final Set<Long> wantedBins = new HashSet<>();
  private final Set<CallFrame> binFrames = new HashSet<>();
  private final List<MonitorOwner> found = new ArrayList<>();
  private int binsLeft = MOST_BINS;

  void lookFor(MonitorWait wait) {
    if (MonitorKind.of(wait.monitorClass()) == MonitorKind.BIN) {
      wantedBins.add(wait.address());
      if (wait.frame() != null) {
        binFrames.add(wait.frame());
      }
    } else {
      wanted.add(wait.address());
    }
  }

  List<MonitorOwner> in(List<? extends ContendedSite> sites, CallFrames frames) {
    if (!wanted.isEmpty()) {
      for (ContendedSite site : sites) {
        searchObjects(site);
      }
    }
    if (!wantedBins.isEmpty()) {
      searchBins(sites, frames, true);
      searchBins(sites, frames, false);
    }
    return found;
  }

  private void searchObjects(ContendedSite site) {
    for (MapscopeTally tally : site.living()) {
      Object map = tally.get();
      if (map instanceof Hashtable) {
        compare(map, tally, site);
      }
      WeakReference<Object> mutex = tally.mutex;
      compare(mutex == null ? null : mutex.get(), tally, site);
    }
  }

  private void compare(@Nullable Object object, MapscopeTally map, ContendedSite site) {
    if (object != null && wanted.contains(MapscopeMonitors.addressOf(object))) {
      found.add(MonitorOwner.map(object, map, site));
    }
  }

  private void searchBins(
      List<? extends ContendedSite> sites, CallFrames frames, boolean knownPlaces) {
    for (ContendedSite site : sites) {
      if (isUsedFromBinFrames(site, frames) == knownPlaces) {
        searchBins(site);
      }
    }
  }

  private boolean isUsedFromBinFrames(ContendedSite site, CallFrames frames) {
    for (CallFrame frame : binFrames) {
      if (frames.isKnown(frame, site)) {
        return true;
      }
    }
    return false;
  }

  private void searchBins(ContendedSite site) {
    for (MapscopeTally tally : site.living()) {
      if (binsLeft > 0
          && tally.usedByMany()
          && tally.get() instanceof ConcurrentHashMap<?, ?> map) {
        searchBins(map, site);
      }
    }
  }

  private void searchBins(ConcurrentHashMap<?, ?> map, ContendedSite site) {
    long[] addresses = wantedBins.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(addresses);
    @Nullable Object[] heads = new @Nullable Object[addresses.length];
    binsLeft -= MapscopeBins.find(map, addresses, heads);
    for (int i = 0; i < heads.length; i++) {
      Object head = heads[i];
      if (head != null) {
        found.add(MonitorOwner.bin(head, site));
        wantedBins.remove(addresses[i]);
      }
    }
  }
}
