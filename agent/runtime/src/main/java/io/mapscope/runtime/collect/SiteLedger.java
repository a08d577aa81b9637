package io.mapscope.runtime.collect;

import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.TraceRef;
import io.mapscope.runtime.contention.CallFrame;
import io.mapscope.runtime.contention.ContendedSite;
import io.mapscope.runtime.contention.ContentionAccount;
import io.mapscope.runtime.contention.GuardAccount;
import io.mapscope.runtime.contention.MonitorWaits;
import io.mapscope.runtime.govern.Block;
import io.mapscope.runtime.govern.Queueing;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeAdoption;
import java.util.MapscopeFact;
import java.util.MapscopeOperation;
import java.util.MapscopePace;
import java.util.MapscopeSamples;
import java.util.MapscopeSite;
import java.util.MapscopeTally;
import java.util.MapscopeTiming;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The account of one site: its living maps, what its dead ones had counted, and its rare facts.
 * Used by the collector's thread only.
 */
final class SiteLedger implements ContendedSite {
  /** Before that a queue may be a matter of the start. */
  private static final long LEAST_QUEUED_NANOS = 5_000_000_000L;

  /** Where the lock is passed on less often, counting is nothing beside the wait. */
  private static final double LONGEST_TURN_NANOS = 1_000;

  private final MapscopeSite site;
  private final List<MapscopeTally> living = new ArrayList<>();
  private final long[] dead = new long[MapscopeOperation.ROW];
  private final SiteFacts facts;
  private final AllocationAccount allocation = new AllocationAccount();
  private volatile @Nullable String field;

  /** Read by the application's threads too. */
  private volatile SiteName name;

  /** Where in the application's traces something was wrong with a map, and where one was used. */
  private volatile @Nullable TraceRef caught;

  private volatile @Nullable TraceRef used;

  private final Gate gate;
  private final long bornNanos;
  private final long closedBeforeNanos;
  private long created;
  private int mostReaders;
  private int mostWriters;
  private volatile String mapClass;
  private @Nullable String wraps;
  private long firstEntries = -1;
  private boolean compounds;
  private @Nullable WindowedCounts windowed;

  SiteLedger(MapscopeSite site, long nowNanos, MonitorWaits monitorWaits, Gate gate) {
    this.gate = gate;
    this.closedBeforeNanos = gate.closedNanos();
    this.facts = new SiteFacts(monitorWaits, nowNanos);
    this.site = site;
    this.mapClass = site.mapClass;
    this.bornNanos = nowNanos;
    this.name = SiteName.of(site, mapClass, null);
  }

  SiteName name() {
    return name;
  }

  /** A fact was met inside {@code trace}; called by the application's threads. */
  void caught(MapscopeFact fact, TraceRef trace) {
    if (fact.kind == MapscopeFact.SAMPLE || fact.kind == MapscopeFact.HELD_LOCKS) {
      used = trace;
    } else if (fact.kind != MapscopeFact.RESIZE) {
      caught = trace;
    }
  }

  /** A thread has waited for a map inside {@code trace}. */
  void waited(TraceRef trace) {
    caught = trace;
  }

  /** The latest trace in which something was wrong with a map, else one that used it, or null. */
  @Nullable TraceRef trace() {
    TraceRef wrong = caught;
    return wrong == null ? used : wrong;
  }

  /** Looks the field up; reads a class file by way of the application's class loader. */
  void findField() {
    field = FieldFinder.fieldOf(site);
    name = SiteName.of(site, mapClass, field);
  }

  void born(MapscopeTally tally) {
    created++;
    living.add(tally);
    allocation.born(tally);
    facts.nature().meet(tally);
    facts.bins().born(tally);
    noteClass(tally);
  }

  /** Takes the probes out of the living maps. */
  void release() {
    for (MapscopeTally tally : living) {
      Object map = tally.get();
      if (map != null) {
        MapscopeAdoption.release(map);
      }
      tally.retire();
    }
    MapscopeTally crowd = site.crowd();
    if (crowd != null) {
      crowd.retire();
    }
  }

  /** Reads the code of the maps and of compound operations; not under the ledger's monitor. */
  void readCode() {
    facts.judge();
    facts.nature().readClass();
  }

  /** Folds the maps that have died since; swap-removal keeps it linear in the living. */
  int sweep() {
    facts.overlaps().settle();
    int died = 0;
    for (int i = living.size() - 1; i >= 0; i--) {
      MapscopeTally tally = living.get(i);
      facts.hotKeys().take(tally);
      compounds |= tally.hasCompounds();
      if (tally.refersTo(null)) {
        noteThreads(tally.addTo(dead));
        facts.copies().noteDead(tally);
        facts.traversals().note(tally);
        facts.serializations().noteDead(tally);
        facts.lives().noteEnded(tally);
        noteClass(tally);
        living.set(i, living.get(living.size() - 1));
        living.remove(living.size() - 1);
        died++;
      }
    }
    facts.history().note(living, System.nanoTime());
    return died;
  }

  /**
   * Whether samples should tell soon what reads of keys, followed by writes of them, mean, or which
   * locks are held where the last look came too early.
   */
  boolean isSuspect() {
    return (compounds && !facts.compounds().isSettled()) || facts.guards().isLookNeeded();
  }

  void admit(MapscopeTiming.Sample sample) {
    facts.latency().admit(sample);
  }

  void admit(MapscopeFact fact) {
    facts.admit(fact);
  }

  /** The next operation on one of the living maps, any of them, is a sample. */
  void armOne(Random random) {
    if (!living.isEmpty()) {
      Object map = living.get(random.nextInt(living.size())).get();
      if (map != null) {
        facts.contents().look(map);
        facts.spread().look(map, random);
        MapscopeSamples.arm(map);
      }
    }
  }

  /** A look at how long threads take from one operation on one of the maps to their next. */
  void lookAtPace(Random random, MapscopePace pace) {
    if (!living.isEmpty()) {
      long nanos = pace.look(living.get(random.nextInt(living.size())));
      if (nanos > 0) {
        facts.latency().between(nanos);
      }
    }
  }

  /**
   * Counts of the dead and the living, and the living maps' shape.
   *
   * @param places bins and entries that may be looked at
   */
  SiteFigures figures(long nowNanos, ObjectSizes sizes, int places) {
    long[] row = dead.clone();
    MapscopeTally crowd = site.crowd();
    if (crowd != null) {
      noteThreads(crowd.addTo(row));
    }
    long entries = 0;
    long capacity = -1;
    long retainedBytes = 0;
    int alive = 0;
    facts.lives().beginLiving();
    facts.copies().beginLiving();
    for (MapscopeTally tally : living) {
      long addedBefore = LivesAccount.added(row);
      noteThreads(tally.addTo(row));
      facts.copies().noteLiving(tally);
      facts.traversals().note(tally);
      noteClass(tally);
      Object map = tally.get();
      if (map == null) {
        facts.lives().addLiving(tally);
      } else {
        alive++;
        facts.nature().meet(tally);
        facts.lives().addLiving(tally, map, LivesAccount.added(row) - addedBefore);
        entries += EntryCount.of(map, tally);
        retainedBytes += allocation.retained(map, tally, sizes);
        long bins = java.util.MapscopeSizes.capacity(map);
        capacity = bins < 0 ? capacity : Math.max(0, capacity) + bins;
      }
    }
    facts.serializations().sum(living);
    facts.bins().look(living, places);
    retainedBytes += facts.bins().treeBytes(entries, sizes);
    if (firstEntries < 0) {
      firstEntries = entries;
    }
    WindowedCounts.Whole whole = whole(row, nowNanos);
    facts.noteActivity(nowNanos, whole.row());
    double seconds = (nowNanos - bornNanos) / 1e9;
    double growth = seconds < 1 ? 0 : (entries - firstEntries) / seconds;
    return new SiteFigures(
        site,
        name,
        mapClass,
        wraps,
        field,
        whole.row(),
        whole.errors(),
        created,
        alive,
        entries,
        growth,
        capacity,
        mostReaders,
        mostWriters,
        gate.coverage(bornNanos, closedBeforeNanos) * countedShare(row, whole.row()),
        allocation.sum(
            site, whole.row(), created, wraps == null ? null : mapClass, retainedBytes, sizes),
        facts);
  }

  private WindowedCounts.Whole whole(long[] row, long nowNanos) {
    WindowedCounts counts = windowed;
    if (counts == null) {
      return new WindowedCounts.Whole(row, OperationCounts.zero());
    }
    long blockedNanos = facts.contention().blockedNanos();
    return counts.whole(row, gate.block(), Queueing.more(blockedNanos, nowNanos - bornNanos));
  }

  /** Whether threads queue for these maps and hardly do anything else, for seconds by now. */
  boolean isQueuedFor(long nowNanos) {
    long ageNanos = nowNanos - bornNanos;
    return ageNanos >= LEAST_QUEUED_NANOS
        && Queueing.isConstant(facts.contention().blockedNanos(), ageNanos)
        && operations() * LONGEST_TURN_NANOS >= ageNanos;
  }

  /** Operations counted by operations that there were; of none, none is missing. */
  private static double countedShare(long[] counted, long[] whole) {
    double all = SiteFigures.counts(whole).total();
    return all == 0 ? 1 : Math.min(1, SiteFigures.counts(counted).total() / all);
  }

  /** From now on operations are counted in windows; up to now all were. */
  void beginWindows() {
    windowed = new WindowedCounts(counted());
  }

  /** A block of time has ended: takes in what was counted in it, and adds it to {@code sums}. */
  void readBlock(Block block, long[] sums) {
    long[] row = counted();
    WindowedCounts counts = windowed;
    if (counts != null) {
      counts.add(row, block);
    }
    for (int i = 0; i < row.length; i++) {
      sums[i] += row[i];
    }
  }

  /** Operations counted. */
  double operations() {
    return SiteFigures.counts(counted()).total();
  }

  /** Operations counted and estimated, in the midst of {@code block}. */
  double allOperations(Block block) {
    WindowedCounts counts = windowed;
    long[] row = counted();
    return SiteFigures.counts(counts == null ? row : counts.estimates(row, block)).total();
  }

  /** The counters of the dead and the living, as they stand. */
  private long[] counted() {
    long[] row = dead.clone();
    for (MapscopeTally tally : living) {
      tally.addCounts(row);
    }
    MapscopeTally crowd = site.crowd();
    if (crowd != null) {
      crowd.addCounts(row);
    }
    return row;
  }

  /** Heap that the accounts of its maps take, estimated. */
  long bytes() {
    MapscopeTally crowd = site.crowd();
    long sum = crowd == null ? 0 : crowd.bytes();
    for (MapscopeTally tally : living) {
      sum += tally.bytes();
    }
    return sum;
  }

  @Override
  public List<MapscopeTally> living() {
    return living;
  }

  @Override
  public boolean isCalledFrom(CallFrame frame) {
    return facts.callSites().isCalledFrom(frame.text());
  }

  @Override
  public ContentionAccount contention() {
    return facts.contention();
  }

  @Override
  public GuardAccount guards() {
    return facts.guards();
  }

  /** Whether more than one thread has used one of the maps. */
  boolean isUsedByMany() {
    for (MapscopeTally tally : living) {
      if (tally.usedByMany()) {
        return true;
      }
    }
    return false;
  }

  int livingMaps() {
    return living.size();
  }

  private void noteThreads(long readersAndWriters) {
    mostReaders = Math.max(mostReaders, (int) readersAndWriters);
    mostWriters = Math.max(mostWriters, (int) (readersAndWriters >>> 32));
  }

  private void noteClass(MapscopeTally tally) {
    if (tally.wraps != null && wraps == null && site.kind != MapscopeSite.OVERFLOW) {
      wraps = tally.wraps;
      mapClass = tally.mapClass;
      name = SiteName.of(site, mapClass, field);
    }
  }
}
