package io.mapscope.advisor;

import io.mapscope.advisor.rules.BlockingCompute;
import io.mapscope.advisor.rules.CheckThenAct;
import io.mapscope.advisor.rules.CopyOnWriteCandidate;
import io.mapscope.advisor.rules.CostlyCopy;
import io.mapscope.advisor.rules.CostlySerialization;
import io.mapscope.advisor.rules.GuardedMapContended;
import io.mapscope.advisor.rules.HotBin;
import io.mapscope.advisor.rules.LockContendedMap;
import io.mapscope.advisor.rules.LruUnderLock;
import io.mapscope.advisor.rules.NeedlessConcurrency;
import io.mapscope.advisor.rules.NeedlessOrdering;
import io.mapscope.advisor.rules.OversizedMap;
import io.mapscope.advisor.rules.PoorHash;
import io.mapscope.advisor.rules.PresentKeyCompute;
import io.mapscope.advisor.rules.ResizeChurn;
import io.mapscope.advisor.rules.SizeOnHotPath;
import io.mapscope.advisor.rules.StripingCollision;
import io.mapscope.advisor.rules.TornCopy;
import io.mapscope.advisor.rules.UnboundedGrowth;
import io.mapscope.advisor.rules.UnsafeIteration;
import io.mapscope.advisor.rules.UnsafeListValues;
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
          new StripingCollision(),
          new CostlyCopy(),
          new CostlySerialization(),
          new UnboundedGrowth(),
          new LruUnderLock(),
          new ResizeChurn(),
          new PoorHash(),
          new NeedlessOrdering(),
          new SizeOnHotPath(),
          new NeedlessConcurrency(),
          new UnsafeListValues(),
          new OversizedMap());

  private Catalogue() {}

  /** All rules. */
  public static List<Rule> rules() {
    return RULES;
  }
}
