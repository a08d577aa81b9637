package io.mapscope.runtime.contention;

import io.mapscope.runtime.traces.CurrentTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.MapscopeErrors;
import java.util.MapscopeMonitors;
import java.util.MapscopeTally;
import java.util.MapscopeWaited;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the map behind each monitor wait: by the address of its monitor, which is certain; else by
 * the place of the call, which is likely when only one site is used from there.
 *
 * <p>What cannot be told yet is kept for {@value #PATIENCE} rounds, because the place may become
 * known; then it is given up. Runs on the collector's thread.
 */
public final class MonitorAttribution {
  private static final int PATIENCE = 10;
  private static final int MOST_WAITING = 8_192;
  private static final int MOST_OWNERS = 8_192;

  /** Where threads have waited, they will most likely wait again soon or no more. */
  private static final Duration LOOKS = Duration.ofMinutes(1);

  private static final class Waiting {
    final MonitorWait wait;
    int rounds;

    Waiting(MonitorWait wait) {
      this.wait = wait;
    }
  }

  private final MonitorWaits waits;
  private final WaitListener listener;
  private final Map<Long, Set<MonitorOwner>> owners = new HashMap<>();
  private final CallFrames frames = new CallFrames();
  private final List<Waiting> waiting = new ArrayList<>();

  public MonitorAttribution(MonitorWaits waits, WaitListener listener) {
    this.waits = waits;
    this.listener = listener;
  }

  /** Attributes what the stream has brought since the last round. */
  public void attribute(List<? extends ContendedSite> sites) {
    MapscopeErrors.dropped += waits.takeLost();
    for (MonitorWait wait : waits.take()) {
      waiting.add(new Waiting(wait));
    }
    if (waiting.isEmpty()) {
      return;
    }
    registerGuards(sites);
    attributeToOwners();
    findOwners(sites);
    attributeToOwners();
    attributeByPlace(sites);
    giveUp();
  }

  private void attributeToOwners() {
    for (Iterator<Waiting> it = waiting.iterator(); it.hasNext(); ) {
      MonitorWait wait = it.next().wait;
      List<MonitorOwner> found = new ArrayList<>();
      for (MonitorOwner owner : owners.getOrDefault(wait.address(), Set.of())) {
        if (owner.isOwnerOf(wait)) {
          listener.attributed(owner.site(), owner.credit(wait), wait);
          frames.learn(wait.frame(), owner.site());
          found.add(owner);
        }
      }
      if (!found.isEmpty()) {
        it.remove();
        if (wait.longest() != null && CurrentTrace.isSeen()) {
          lookAtSpans(found);
        }
      }
    }
  }

  /** Has the spans seen in which threads use the maps of one monitor from now on. */
  private static void lookAtSpans(List<MonitorOwner> owners) {
    Object monitor = owners.get(0).monitorNow();
    Object[] maps =
        owners.stream()
            .flatMap(owner -> owner.maps().stream())
            .distinct() // tallies: maps themselves must not be asked for their hash
            .map(MapscopeTally::get)
            .filter(Objects::nonNull)
            .toArray();
    if (monitor != null) {
      MapscopeWaited.mark(monitor, maps, LOOKS.toNanos());
    }
  }

  private void findOwners(List<? extends ContendedSite> sites) {
    MonitorSearch search = new MonitorSearch();
    for (Waiting each : waiting) {
      if (each.rounds == 0 && each.wait.address() != 0) {
        search.lookFor(each.wait);
      }
    }
    owners.values().removeIf(these -> these.stream().allMatch(MonitorOwner::isGone));
    search.in(sites, frames).forEach(this::register);
  }

  /** Locks around maps are known beforehand; several sites may have the same one. */
  private void registerGuards(List<? extends ContendedSite> sites) {
    for (ContendedSite site : sites) {
      for (GuardLock guard : site.guards().monitors()) {
        register(MonitorOwner.guard(guard, site));
      }
    }
  }

  private void register(MonitorOwner owner) {
    Object monitor = owner.monitorNow();
    long address = monitor == null ? 0 : MapscopeMonitors.addressOf(monitor);
    if (address != 0 && (owners.size() < MOST_OWNERS || owners.containsKey(address))) {
      owners.computeIfAbsent(address, unknown -> new HashSet<>()).add(owner);
    }
  }

  private void attributeByPlace(List<? extends ContendedSite> sites) {
    for (Iterator<Waiting> it = waiting.iterator(); it.hasNext(); ) {
      MonitorWait wait = it.next().wait;
      MonitorKind kind = MonitorKind.of(wait.monitorClass());
      if (kind != MonitorKind.OTHER && attributeByPlace(wait, kind, sites)) {
        it.remove();
      }
    }
  }

  private boolean attributeByPlace(
      MonitorWait wait, MonitorKind kind, List<? extends ContendedSite> sites) {
    List<ContendedSite> candidates = frames.candidates(wait.frame(), kind, sites);
    Evidence evidence = candidates.size() > 1 ? Evidence.SHARED_CALL_SITE : Evidence.CALL_SITE;
    if (candidates.isEmpty()) {
      candidates = kind.usedByMany(sites);
      evidence = Evidence.ONLY_MAP;
      if (candidates.size() != 1) {
        return false;
      }
    }
    ContendedSite site = mostContended(candidates);
    site.contention().addMonitor(evidence, wait);
    listener.attributed(site, evidence, wait);
    return true;
  }

  private static ContendedSite mostContended(List<ContendedSite> candidates) {
    ContendedSite most = candidates.get(0);
    for (ContendedSite candidate : candidates) {
      if (candidate.contention().monitorNanos() > most.contention().monitorNanos()) {
        most = candidate;
      }
    }
    return most;
  }

  private void giveUp() {
    for (Iterator<Waiting> it = waiting.iterator(); it.hasNext(); ) {
      Waiting each = it.next();
      each.rounds++;
      if (each.rounds > PATIENCE || waiting.size() > MOST_WAITING) {
        it.remove();
      }
    }
  }
}
