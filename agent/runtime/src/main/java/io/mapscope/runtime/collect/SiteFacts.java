package io.mapscope.runtime.collect;

import io.mapscope.profile.MapFacts;
import io.mapscope.runtime.contention.ContentionAccount;
import io.mapscope.runtime.contention.MonitorWaits;
import java.util.MapscopeFact;

/**
 * The rare facts of one site, an account per concern; each bounds itself. Guarded by the ledger's
 * monitor.
 */
final class SiteFacts {
  private final OverlapAccount overlaps = new OverlapAccount();
  private final ModificationAccount modifications = new ModificationAccount();
  private final CallSiteAccount callSites = new CallSiteAccount();
  private final CopyAccount copies = new CopyAccount();
  private final ContentionAccount contention;

  SiteFacts(MonitorWaits monitorWaits) {
    contention = new ContentionAccount(monitorWaits);
  }

  void admit(MapscopeFact fact) {
    switch (fact.kind) {
      case MapscopeFact.OVERLAP -> overlaps.admit(fact);
      case MapscopeFact.CONCURRENT_MODIFICATION -> modifications.admit(fact);
      case MapscopeFact.SAMPLE -> callSites.admit(fact);
      case MapscopeFact.COPY, MapscopeFact.SERIALIZATION -> {
        // An event for the listener; counted by the map's own account.
      }
      default -> throw new IllegalArgumentException("nobody takes facts of kind " + fact.kind);
    }
  }

  OverlapAccount overlaps() {
    return overlaps;
  }

  ModificationAccount modifications() {
    return modifications;
  }

  CopyAccount copies() {
    return copies;
  }

  ContentionAccount contention() {
    return contention;
  }

  CallSiteAccount callSites() {
    return callSites;
  }

  /** The facts of the profile, from the accounts here and the exact counters in {@code row}. */
  MapFacts profile(long[] row) {
    return MapFacts.none()
        .withCallSites(callSites.profile())
        .withContention(contention.figures(row))
        .withCopies(copies.copies(row));
  }
}
