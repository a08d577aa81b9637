package io.mapscope.runtime.collect;

import java.util.MapscopeFact;

/**
 * The rare facts of one site, an account per concern; each bounds itself. Guarded by the ledger's
 * monitor.
 */
final class SiteFacts {
  private final OverlapAccount overlaps = new OverlapAccount();
  private final CallSiteAccount callSites = new CallSiteAccount();

  void admit(MapscopeFact fact) {
    switch (fact.kind) {
      case MapscopeFact.OVERLAP -> overlaps.admit(fact);
      case MapscopeFact.SAMPLE -> callSites.admit(fact);
      default -> throw new IllegalArgumentException("nobody takes facts of kind " + fact.kind);
    }
  }

  OverlapAccount overlaps() {
    return overlaps;
  }

  CallSiteAccount callSites() {
    return callSites;
  }
}
