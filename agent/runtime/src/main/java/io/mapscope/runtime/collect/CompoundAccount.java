package io.mapscope.runtime.collect;

import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.MapscopeFact;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Compound operations on the maps of a site, per pair of places in the code, by samples. Beyond
 * {@value #MOST} pairs no new one is taken.
 */
final class CompoundAccount {
  private static final int MOST = 16;
  private static final int MOST_EXAMPLES = 3;

  private final List<CompoundPair> pairs = new ArrayList<>();
  private final Queue<CompoundPair> unjudged = new ConcurrentLinkedQueue<>();

  void admit(MapscopeFact fact) {
    for (CompoundPair pair : pairs) {
      if (pair.isOf(fact)) {
        pair.count(fact);
        return;
      }
    }
    if (pairs.size() < MOST) {
      CompoundPair pair = new CompoundPair(fact);
      pair.count(fact);
      pairs.add(pair);
      unjudged.add(pair);
    }
  }

  /** Whether all that was seen is settled, one way or the other; not before there is anything. */
  boolean isSettled() {
    return !pairs.isEmpty() && pairs.stream().noneMatch(CompoundPair::isOpen);
  }

  /** Reads the code of new pairs; not under the ledger's monitor. */
  void judge() {
    for (CompoundPair pair = unjudged.poll(); pair != null; pair = unjudged.poll()) {
      pair.judge();
    }
  }

  Misuse addTo(Misuse misuse) {
    long checkThenAct = pairs.stream().mapToLong(CompoundPair::checkThenAct).sum();
    long lostRaces = pairs.stream().mapToLong(CompoundPair::lostRaces).sum();
    List<CompoundPair> racing = pairs.stream().filter(pair -> pair.lostRaces() > 0).toList();
    List<CompoundPair> harmless =
        pairs.stream().filter(p -> p.lostRaces() == 0 && p.checkThenAct() > 0).toList();
    return misuse
        .with(
            MisuseKind.CHECK_THEN_ACT, checkThenAct, examples(MisuseKind.CHECK_THEN_ACT, harmless))
        .with(MisuseKind.LOST_RACE, lostRaces, examples(MisuseKind.LOST_RACE, racing));
  }

  private static List<MisuseExample> examples(MisuseKind kind, List<CompoundPair> pairs) {
    return pairs.stream()
        .limit(MOST_EXAMPLES)
        .map(pair -> new MisuseExample(kind, pair.stacks()))
        .toList();
  }
}
