package io.mapscope.runtime.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.MapscopePace;
import java.util.Random;

/**
 * Whose turn it is to be sampled: a quarter of the turns go round the suspects, where keys were
 * seen to be read and then written and it is not settled what that means, or where a look at the
 * locks came too early; half of the others round the {@value #BUSIEST} sites with the most
 * operations, and the rest round all of them, so that among thousands of sites the busy ones are
 * known soon and the quiet ones in time. Guarded by the ledger's monitor.
 */
final class SampleRota {
  private static final int BUSIEST = 16;

  /** Of so many of the busiest the pace is looked at, which takes 50 us each. */
  private static final int PACES = 2;

  private final Random random = new Random();
  private final MapscopePace pace = new MapscopePace();
  private List<SiteLedger> busiest = List.of();
  private List<SiteLedger> suspects = List.of();
  private int nextSuspect;
  private int nextBusiest;
  private int nextOfAll;

  /** Takes note of how many operations each site has had. */
  void rank(Map<SiteLedger, Long> operations) {
    List<SiteLedger> ranked = new ArrayList<>(operations.keySet());
    ranked.sort(Comparator.comparingLong((SiteLedger site) -> -operations.getOrDefault(site, 0L)));
    busiest = List.copyOf(ranked.subList(0, Math.min(BUSIEST, ranked.size())));
  }

  /** Takes note of who is suspect now. */
  void suspect(List<SiteLedger> sites) {
    suspects = sites;
  }

  /** Looks at how long threads take between operations, of the busiest sites. */
  void lookAtPaces() {
    for (int i = 0; i < Math.min(PACES, busiest.size()); i++) {
      busiest.get(i).lookAtPace(random, pace);
    }
  }

  /** Makes the next operation on a map of each of {@code count} sites a sample. */
  void arm(List<SiteLedger> all, int count) {
    int ofSuspects = Math.min(count / 4, suspects.size());
    for (int i = 0; i < ofSuspects; i++) {
      nextSuspect = (nextSuspect + 1) % suspects.size();
      suspects.get(nextSuspect).armOne(random);
    }
    int ofBusiest = Math.min((count - ofSuspects) / 2, busiest.size());
    for (int i = 0; i < ofBusiest; i++) {
      nextBusiest = (nextBusiest + 1) % busiest.size();
      busiest.get(nextBusiest).armOne(random);
    }
    for (int i = 0; i < Math.min(count - ofSuspects - ofBusiest, all.size()); i++) {
      nextOfAll = (nextOfAll + 1) % all.size();
      all.get(nextOfAll).armOne(random);
    }
  }
}
