package io.mapscope.runtime.collect;

import io.mapscope.profile.MapFacts;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseKind;
import io.mapscope.runtime.contention.ContentionAccount;
import io.mapscope.runtime.contention.GuardAccount;
import io.mapscope.runtime.contention.MonitorWaits;
import java.util.MapscopeFact;
import java.util.MapscopeHeldLock;
import java.util.MapscopeOperation;

/**
 * The rare facts of one site, an account per concern; each bounds itself. Guarded by the ledger's
 * monitor.
 */
final class SiteFacts {
  private final OverlapAccount overlaps = new OverlapAccount();
  private final ModificationAccount modifications = new ModificationAccount();
  private final CompoundAccount compounds = new CompoundAccount();
  private final TraversalAccount traversals = new TraversalAccount();
  private final MisuseExamples recursions = new MisuseExamples(MisuseKind.RECURSION);
  private final HotKeyAccount hotKeys = new HotKeyAccount();
  private final ContentsAccount contents = new ContentsAccount();
  private final BinsAccount bins = new BinsAccount();
  private final CallSiteAccount callSites = new CallSiteAccount();
  private final LatencyAccount latency = new LatencyAccount();
  private final CopyAccount copies = new CopyAccount();
  private final SerializationAccount serializations = new SerializationAccount();
  private final ContentionAccount contention;
  private final GuardAccount guards = new GuardAccount();
  private final NatureAccount nature = new NatureAccount();
  private final LivesAccount lives = new LivesAccount();
  private final SpreadAccount spread = new SpreadAccount();
  private final HistoryAccount history;
  private final ActivityAccount activity;

  SiteFacts(MonitorWaits monitorWaits, long nowNanos) {
    history = new HistoryAccount(nowNanos);
    activity = new ActivityAccount(nowNanos);
    contention = new ContentionAccount(monitorWaits);
  }

  void admit(MapscopeFact fact) {
    switch (fact.kind) {
      case MapscopeFact.OVERLAP -> overlaps.admit(fact);
      case MapscopeFact.CONCURRENT_MODIFICATION -> modifications.admit(fact);
      case MapscopeFact.COMPOUND_RACE -> compounds.admit(fact);
      case MapscopeFact.TORN_TRAVERSAL -> traversals.admit(fact);
      case MapscopeFact.RECURSION -> recursions.add(fact, "");
      case MapscopeFact.SAMPLE -> callSites.admit(fact);
      case MapscopeFact.HELD_LOCKS -> guards.admit(fact.tally, (MapscopeHeldLock[]) fact.detail);
      case MapscopeFact.RESIZE,
          MapscopeFact.COPY,
          MapscopeFact.SERIALIZATION,
          MapscopeFact.LATENCY -> {
        // An event for the listener; counted by the map's own account.
      }
      default -> throw new IllegalArgumentException("nobody takes facts of kind " + fact.kind);
    }
  }

  CompoundAccount compounds() {
    return compounds;
  }

  LatencyAccount latency() {
    return latency;
  }

  OverlapAccount overlaps() {
    return overlaps;
  }

  HotKeyAccount hotKeys() {
    return hotKeys;
  }

  ContentsAccount contents() {
    return contents;
  }

  /** Reads the code around compound operations; not under the ledger's monitor. */
  void judge() {
    compounds.judge();
  }

  /** What was done wrongly, from the accounts here and the exact counters in {@code row}. */
  Misuse misuse(long[] row) {
    Misuse overlapping = new Misuse(row[MapscopeOperation.OVERLAPS], overlaps.examples());
    return traversals
        .addTo(compounds.addTo(overlapping), row)
        .with(
            MisuseKind.CONCURRENT_MODIFICATION,
            row[MapscopeOperation.MODIFICATIONS],
            modifications.examples())
        .withExamples(recursions.all());
  }

  NatureAccount nature() {
    return nature;
  }

  HistoryAccount history() {
    return history;
  }

  /** Takes note of the exact counters in {@code row}, as they were at {@code nowNanos}. */
  void noteActivity(long nowNanos, long[] row) {
    long operations = 0;
    for (int i = 0; i < MapscopeOperation.COUNT; i++) {
      operations += row[i];
    }
    activity.note(nowNanos, operations, contention.blockedNanos());
  }

  LivesAccount lives() {
    return lives;
  }

  SpreadAccount spread() {
    return spread;
  }

  SerializationAccount serializations() {
    return serializations;
  }

  TraversalAccount traversals() {
    return traversals;
  }

  CopyAccount copies() {
    return copies;
  }

  GuardAccount guards() {
    return guards;
  }

  ContentionAccount contention() {
    return contention;
  }

  BinsAccount bins() {
    return bins;
  }

  CallSiteAccount callSites() {
    return callSites;
  }

  /** The facts of the profile, from the accounts here and the exact counters in {@code row}. */
  MapFacts profile(String mapClass, long[] row) {
    return MapFacts.none()
        .withNulls(contents.nulls())
        .withHotKeys(hotKeys.profile())
        .withKeyClass(hotKeys.keyClass())
        .withShape(bins.addTo(contents.shape(mapClass, row), row))
        .withCallSites(callSites.profile())
        .withLatency(latency.figures(row))
        .withContention(contention.figures(row))
        .withExternalLock(guards.figures())
        .withCopies(copies.copies(row))
        .withSerializations(serializations.latest())
        .withNature(nature.profile())
        .withHistory(history.profile())
        .withActivity(activity.profile())
        .withLives(lives.profile())
        .withSpread(spread.profile());
  }
}
