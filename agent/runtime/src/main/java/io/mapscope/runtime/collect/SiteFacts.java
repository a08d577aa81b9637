package io.mapscope.runtime.collect;

import io.mapscope.profile.MapFacts;
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

  /** The facts of the profile, from the accounts here and the exact counters in {@code row}. */
  MapFacts profile(long[] row) {
    return MapFacts.none().withCallSites(callSites.profile()).withCopies(copies.copies(row));
  }
}
