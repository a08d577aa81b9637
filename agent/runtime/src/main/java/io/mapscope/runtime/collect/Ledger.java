package io.mapscope.runtime.collect;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.TraceRef;
import io.mapscope.profile.UntrackedMaps;
import io.mapscope.runtime.contention.ContendedSite;
import io.mapscope.runtime.contention.Evidence;
import io.mapscope.runtime.contention.LockFieldReader;
import io.mapscope.runtime.contention.LongWait;
import io.mapscope.runtime.contention.MonitorAttribution;
import io.mapscope.runtime.contention.MonitorWait;
import io.mapscope.runtime.contention.MonitorWaits;
import io.mapscope.runtime.contention.WaitListener;
import io.mapscope.runtime.govern.Block;
import io.mapscope.runtime.govern.Recorded;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.MapscopeAdoption;
import java.util.MapscopeFact;
import java.util.MapscopeFacts;
import java.util.MapscopeOperation;
import java.util.MapscopeSettings;
import java.util.MapscopeSite;
import java.util.MapscopeTally;
import java.util.MapscopeTiming;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * All sites' accounts, kept up to date from the recorder: births, deaths, rare facts.
 *
 * <p>Guarded by its own monitor, because a snapshot may be asked for by the exit hook while the
 * collector runs; the application's threads never take it.
 */
public final class Ledger {
  private static final int MOST_TIMES_AT_ONCE = 512;

  private final List<SiteLedger> sites = new ArrayList<>();
  private final Queue<SiteLedger> withoutField = new ConcurrentLinkedQueue<>();
  private final MapscopeTiming.Sample[] times = new MapscopeTiming.Sample[MOST_TIMES_AT_ONCE];
  private final SampleRota rota = new SampleRota();
  private final MonitorWaits monitorWaits;
  private final WaitListener waits;
  private final MonitorAttribution monitors;
  private final Gate gate;
  private final Instrumentation instrumentation;
  private @Nullable ObjectSizes sizes;
  private boolean usedByMany;
  private boolean inWindows;
  private final WindowedCounts[] untracked =
      new WindowedCounts[MapscopeAdoption.sharedTallies().length];
  private long[] latestSums = new long[MapscopeOperation.ROW];

  /** Hears of waits for maps, by the name of their site. */
  public interface Waits {
    void attributed(SiteName site, Evidence evidence, MonitorWait wait);
  }

  /** Not a lambda: the ledger is made before {@code main}. */
  private record ByName(Waits waits) implements WaitListener {
    @Override
    public void attributed(ContendedSite site, Evidence evidence, MonitorWait wait) {
      SiteLedger ledger = (SiteLedger) site;
      LongWait longest = wait.longest();
      if (longest != null && longest.trace() != null) {
        ledger.waited(longest.trace());
      }
      waits.attributed(ledger.name(), evidence, wait);
    }
  }

  public Ledger(
      MonitorWaits monitorWaits, Waits waits, Gate gate, Instrumentation instrumentation) {
    this.gate = gate;
    this.instrumentation = instrumentation;
    this.monitorWaits = monitorWaits;
    this.waits = new ByName(waits);
    this.monitors = new MonitorAttribution(monitorWaits, this.waits);
  }

  /** Measures this JVM's objects; not before {@code main}, because it makes a map of each class. */
  public synchronized void measureSizes() {
    sizes();
  }

  private ObjectSizes sizes() {
    ObjectSizes measured = sizes;
    if (measured == null) {
      sizes = measured = new ObjectSizes(instrumentation);
    }
    return measured;
  }

  /** Takes in what has happened since the last call; returns the maps tracked now. */
  public synchronized int update() {
    admitNewborn();
    admitFacts();
    int tracked = 0;
    long bytes = 0;
    for (SiteLedger site : sites) {
      site.sweep();
      tracked += site.livingMaps();
      bytes += site.bytes();
      usedByMany = usedByMany || site.isUsedByMany();
    }
    rota.suspect(sites.stream().filter(SiteLedger::isSuspect).toList());
    for (SiteLedger site : sites) {
      site.guards().addWaitsTo(site, waits);
    }
    monitors.attribute(sites);
    MapscopeSettings.trackedMaps = tracked;
    MapscopeSettings.usedBytes = bytes;
    return tracked;
  }

  /** A site whose maps' threads queue for a lock that is hardly ever free, or null. */
  public synchronized @Nullable SiteName queuedFor(long nowNanos) {
    for (SiteLedger site : sites) {
      if (site.isQueuedFor(nowNanos)) {
        return site.name();
      }
    }
    return null;
  }

  /** Whether there is a map yet that threads could have to wait for. */
  public synchronized boolean isAnyMapUsedByMany() {
    return usedByMany;
  }

  /**
   * Looks up the fields of new sites, the classes of their maps and the code around compound
   * operations. Not under the monitor: it asks the application's class loaders, which may take
   * their time.
   */
  public void findFields() {
    for (SiteLedger site = withoutField.poll(); site != null; site = withoutField.poll()) {
      site.findField();
    }
    LockFieldReader.answerAll();
    for (SiteLedger site : sites()) {
      site.readCode();
    }
  }

  private synchronized List<SiteLedger> sites() {
    return List.copyOf(sites);
  }

  /** The profiles of all sites that had any map, most operations first. */
  public synchronized List<MapProfile> profiles() {
    long now = System.nanoTime();
    List<MapProfile> profiles = new ArrayList<>();
    Map<SiteLedger, Long> operations = new IdentityHashMap<>();
    int places = BinsAccount.placesEach(sites.size());
    for (SiteLedger site : sites) {
      MapProfile profile = site.figures(now, sizes(), places).profile();
      profiles.add(profile);
      operations.put(site, profile.operations().total());
    }
    rota.rank(operations);
    profiles.sort(
        Comparator.comparingLong((MapProfile map) -> -map.operations().total())
            .thenComparing(MapProfile::id));
    return profiles;
  }

  /** What the maps of {@code site} are called, from any thread; without a lock. */
  public static SiteName nameOf(MapscopeSite site) {
    return site.notes instanceof SiteLedger ledger
        ? ledger.name()
        : SiteName.of(site, site.mapClass, null);
  }

  /** {@code fact} was met inside {@code trace}; on the thread that met it, without a lock. */
  public static void caught(MapscopeFact fact, TraceRef trace) {
    if (fact.tally.site.notes instanceof SiteLedger ledger) {
      ledger.caught(fact, trace);
    }
  }

  /** Where in the application's traces the maps of an id were last caught, or null. */
  public synchronized @Nullable TraceRef traceOf(String mapId) {
    for (SiteLedger site : sites) {
      if (site.name().id().equals(mapId)) {
        return site.trace();
      }
    }
    return null;
  }

  /** What was done to maps without a site, by the reason for having none. */
  public synchronized List<UntrackedMaps> untracked() {
    List<UntrackedMaps> all = new ArrayList<>();
    MapscopeTally[] tallies = MapscopeAdoption.sharedTallies();
    for (int i = 0; i < tallies.length; i++) {
      long[] row = new long[MapscopeOperation.ROW];
      tallies[i].addTo(row);
      WindowedCounts counts = untracked[i];
      long[] whole = counts == null ? row : counts.estimates(row, gate.block());
      all.add(
          new UntrackedMaps(
              tallies[i].sharedReason, row[MapscopeOperation.CREATED], SiteFigures.counts(whole)));
    }
    return all;
  }

  /** Operations counted on maps with a site by operations that there were, from 0 to 1. */
  public synchronized double countedShare() {
    if (!inWindows) {
      return 1;
    }
    Block block = gate.block();
    double counted = 0;
    double all = 0;
    for (SiteLedger site : sites) {
      counted += site.operations();
      all += site.allOperations(block);
    }
    return all == 0 ? 1 : Math.min(1, counted / all);
  }

  /**
   * From now on operations are counted in windows; up to now, with the gate just shut, all were.
   */
  public synchronized void beginWindows() {
    if (inWindows) {
      return;
    }
    inWindows = true;
    admitNewborn();
    gate.takeBlock();
    for (SiteLedger site : sites) {
      site.beginWindows();
    }
    MapscopeTally[] tallies = MapscopeAdoption.sharedTallies();
    for (int i = 0; i < tallies.length; i++) {
      untracked[i] = new WindowedCounts(row(tallies[i]));
    }
  }

  /**
   * Takes in what was counted since the last call, which a block of time ends; returns how much.
   */
  public synchronized Recorded readBlock() {
    admitNewborn();
    Block block = gate.takeBlock();
    long[] sums = new long[MapscopeOperation.ROW];
    for (SiteLedger site : sites) {
      site.readBlock(block, sums);
    }
    readUntracked(block, sums);
    long[] before = latestSums;
    latestSums = sums;
    return recorded(before, sums, block.weight());
  }

  private void readUntracked(Block block, long[] sums) {
    MapscopeTally[] tallies = MapscopeAdoption.sharedTallies();
    for (int i = 0; i < tallies.length; i++) {
      long[] row = row(tallies[i]);
      WindowedCounts counts = untracked[i];
      if (counts != null) {
        counts.add(row, block);
      }
      for (int k = 0; k < row.length; k++) {
        sums[k] += row[k];
      }
    }
  }

  private static long[] row(MapscopeTally tally) {
    long[] row = new long[MapscopeOperation.ROW];
    tally.addCounts(row);
    return row;
  }

  private static Recorded recorded(long[] before, long[] now, double weight) {
    double[] kinds = new double[3];
    for (int i = 0; i < MapscopeOperation.COUNT; i++) {
      kinds[costKind(i)] += Math.max(0, now[i] - before[i]);
    }
    int created = MapscopeOperation.CREATED;
    double births = Math.max(0, now[created] - before[created]);
    return new Recorded(kinds[0], kinds[1], kinds[2], births, weight);
  }

  private static int costKind(int operation) {
    return switch (operation) {
      case MapscopeOperation.GET_HIT, MapscopeOperation.GET_MISS, MapscopeOperation.SIZE -> 0;
      case MapscopeOperation.PUT_NEW,
          MapscopeOperation.PUT_REPLACE,
          MapscopeOperation.REMOVE_HIT,
          MapscopeOperation.REMOVE_MISS ->
          1;
      default -> 2;
    };
  }

  private void admitNewborn() {
    MapscopeTally tally = MapscopeTally.takeNewborn();
    while (tally != null) {
      MapscopeTally next = tally.next;
      tally.next = null;
      ledgerOf(tally.site).born(tally);
      tally = next;
    }
  }

  private SiteLedger ledgerOf(MapscopeSite site) {
    if (!(site.notes instanceof SiteLedger)) {
      SiteLedger ledger = new SiteLedger(site, System.nanoTime(), monitorWaits, gate);
      site.notes = ledger;
      sites.add(ledger);
      if (inWindows) {
        ledger.beginWindows();
      }
      withoutField.add(ledger);
    }
    return (SiteLedger) site.notes;
  }

  private void admitFacts() {
    MapscopeFact fact;
    while ((fact = MapscopeFacts.take()) != null) {
      ledgerOf(fact.tally.site).admit(fact);
    }
    admitTimes();
  }

  private void admitTimes() {
    int taken = MapscopeTiming.drain(times);
    for (int i = 0; i < taken; i++) {
      ledgerOf(times[i].tally.site).admit(times[i]);
      times[i] = null;
    }
  }

  /**
   * Puts the living maps back as they were before they were tracked; the ledger is of no use after.
   * The gate is closed.
   */
  public synchronized void release() {
    admitNewborn();
    for (SiteLedger site : sites) {
      site.release();
    }
  }

  /** Takes the facts out of the recorder's ring before it is full. */
  public synchronized void drainFacts() {
    admitNewborn();
    admitFacts();
  }

  /**
   * Looks at how long threads take from one operation to their next; before samples and windows of
   * this tick, which slow them down.
   */
  public synchronized void lookAtPaces() {
    rota.lookAtPaces();
  }

  /** Makes the next operation on one map of each of {@code count} sites a sample. */
  public synchronized void armSamples(int count) {
    rota.arm(sites, count);
  }
}
