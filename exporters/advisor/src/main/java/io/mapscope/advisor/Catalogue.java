package io.mapscope.advisor;

import io.mapscope.advisor.rules.BlockingCompute;
import io.mapscope.advisor.rules.CheckThenAct;
import io.mapscope.advisor.rules.CopyOnWriteCandidate;
import io.mapscope.advisor.rules.GuardedMapContended;
import io.mapscope.advisor.rules.HotBin;
import io.mapscope.advisor.rules.LockContendedMap;
import io.mapscope.advisor.rules.PresentKeyCompute;
import io.mapscope.advisor.rules.StripingCollision;
import io.mapscope.advisor.rules.TornCopy;
import io.mapscope.advisor.rules.UnsafeIteration;
import io.mapscope.advisor.rules.UnsafeSharedMap;
import java.util.List;

/** All rules, in the order of the documentation. */
public final class Catalogue {

  private static final List<Rule> RULES =
      List.of(
          new UnsafeSharedMap(),
          new LockContendedMap(),
          new GuardedMapContended(),
          new HotBin(),
          new BlockingCompute(),
          new PresentKeyCompute(),
          new CheckThenAct(),
          new TornCopy(),
          new UnsafeIteration(),
          new CopyOnWriteCandidate(),
          new StripingCollision());

  private Catalogue() {}

  /** All rules. */
  public static List<Rule> rules() {
    return RULES;
  }
}
