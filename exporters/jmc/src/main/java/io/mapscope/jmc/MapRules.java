package io.mapscope.jmc;

import org.openjdk.jmc.flightrecorder.rules.util.JfrRuleTopics;

/**
 * All rules, a class each, because JMC finds rules by their classes in {@code
 * META-INF/services/org.openjdk.jmc.flightrecorder.rules.IRule}. A test holds them against the
 * advisor's catalogue.
 */
public final class MapRules {

  private MapRules() {}

  /** Shows the findings of {@code unsafe-shared-map}. */
  public static final class UnsafeSharedMap extends MapRule {
    /** For JMC's service loader. */
    public UnsafeSharedMap() {
      super("unsafe-shared-map", JfrRuleTopics.JAVA_APPLICATION);
    }
  }

  /** Shows the findings of {@code lock-contended-map}. */
  public static final class LockContendedMap extends MapRule {
    /** For JMC's service loader. */
    public LockContendedMap() {
      super("lock-contended-map", JfrRuleTopics.LOCK_INSTANCES);
    }
  }

  /** Shows the findings of {@code guarded-map-contended}. */
  public static final class GuardedMapContended extends MapRule {
    /** For JMC's service loader. */
    public GuardedMapContended() {
      super("guarded-map-contended", JfrRuleTopics.LOCK_INSTANCES);
    }
  }

  /** Shows the findings of {@code hot-bin}. */
  public static final class HotBin extends MapRule {
    /** For JMC's service loader. */
    public HotBin() {
      super("hot-bin", JfrRuleTopics.LOCK_INSTANCES);
    }
  }

  /** Shows the findings of {@code blocking-compute}. */
  public static final class BlockingCompute extends MapRule {
    /** For JMC's service loader. */
    public BlockingCompute() {
      super("blocking-compute", JfrRuleTopics.LOCK_INSTANCES);
    }
  }

  /** Shows the findings of {@code present-key-compute}. */
  public static final class PresentKeyCompute extends MapRule {
    /** For JMC's service loader. */
    public PresentKeyCompute() {
      super("present-key-compute", JfrRuleTopics.LOCK_INSTANCES);
    }
  }

  /** Shows the findings of {@code check-then-act}. */
  public static final class CheckThenAct extends MapRule {
    /** For JMC's service loader. */
    public CheckThenAct() {
      super("check-then-act", JfrRuleTopics.JAVA_APPLICATION);
    }
  }

  /** Shows the findings of {@code torn-copy}. */
  public static final class TornCopy extends MapRule {
    /** For JMC's service loader. */
    public TornCopy() {
      super("torn-copy", JfrRuleTopics.JAVA_APPLICATION);
    }
  }

  /** Shows the findings of {@code unsafe-iteration}. */
  public static final class UnsafeIteration extends MapRule {
    /** For JMC's service loader. */
    public UnsafeIteration() {
      super("unsafe-iteration", JfrRuleTopics.JAVA_APPLICATION);
    }
  }

  /** Shows the findings of {@code copy-on-write-candidate}. */
  public static final class CopyOnWriteCandidate extends MapRule {
    /** For JMC's service loader. */
    public CopyOnWriteCandidate() {
      super("copy-on-write-candidate", JfrRuleTopics.METHOD_PROFILING);
    }
  }

  /** Shows the findings of {@code striping-collision}. */
  public static final class StripingCollision extends MapRule {
    /** For JMC's service loader. */
    public StripingCollision() {
      super("striping-collision", JfrRuleTopics.LOCK_INSTANCES);
    }
  }

  /** Shows the findings of {@code costly-copy}. */
  public static final class CostlyCopy extends MapRule {
    /** For JMC's service loader. */
    public CostlyCopy() {
      super("costly-copy", JfrRuleTopics.TLAB);
    }
  }

  /** Shows the findings of {@code costly-serialization}. */
  public static final class CostlySerialization extends MapRule {
    /** For JMC's service loader. */
    public CostlySerialization() {
      super("costly-serialization", JfrRuleTopics.METHOD_PROFILING);
    }
  }

  /** Shows the findings of {@code unbounded-growth}. */
  public static final class UnboundedGrowth extends MapRule {
    /** For JMC's service loader. */
    public UnboundedGrowth() {
      super("unbounded-growth", JfrRuleTopics.MEMORY_LEAK);
    }
  }

  /** Shows the findings of {@code lru-under-lock}. */
  public static final class LruUnderLock extends MapRule {
    /** For JMC's service loader. */
    public LruUnderLock() {
      super("lru-under-lock", JfrRuleTopics.LOCK_INSTANCES);
    }
  }

  /** Shows the findings of {@code resize-churn}. */
  public static final class ResizeChurn extends MapRule {
    /** For JMC's service loader. */
    public ResizeChurn() {
      super("resize-churn", JfrRuleTopics.TLAB);
    }
  }

  /** Shows the findings of {@code poor-hash}. */
  public static final class PoorHash extends MapRule {
    /** For JMC's service loader. */
    public PoorHash() {
      super("poor-hash", JfrRuleTopics.METHOD_PROFILING);
    }
  }

  /** Shows the findings of {@code needless-ordering}. */
  public static final class NeedlessOrdering extends MapRule {
    /** For JMC's service loader. */
    public NeedlessOrdering() {
      super("needless-ordering", JfrRuleTopics.METHOD_PROFILING);
    }
  }

  /** Shows the findings of {@code size-on-hot-path}. */
  public static final class SizeOnHotPath extends MapRule {
    /** For JMC's service loader. */
    public SizeOnHotPath() {
      super("size-on-hot-path", JfrRuleTopics.METHOD_PROFILING);
    }
  }

  /** Shows the findings of {@code needless-concurrency}. */
  public static final class NeedlessConcurrency extends MapRule {
    /** For JMC's service loader. */
    public NeedlessConcurrency() {
      super("needless-concurrency", JfrRuleTopics.METHOD_PROFILING);
    }
  }

  /** Shows the findings of {@code unsafe-list-values}. */
  public static final class UnsafeListValues extends MapRule {
    /** For JMC's service loader. */
    public UnsafeListValues() {
      super("unsafe-list-values", JfrRuleTopics.JAVA_APPLICATION);
    }
  }

  /** Shows the findings of {@code oversized-map}. */
  public static final class OversizedMap extends MapRule {
    /** For JMC's service loader. */
    public OversizedMap() {
      super("oversized-map", JfrRuleTopics.HEAP);
    }
  }
}
