package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.HotKey;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writers of a ConcurrentHashMap that wait for each other because they want the same few bins.
 *
 * <p>Bins are locked one by one, so writers of many keys hardly ever meet; that they do needs few
 * keys, or a few that get most of the writes. Waits behind slow functions, and of {@code
 * computeIfAbsent} that finds its key, have rules of their own.
 */
public final class HotBin implements Rule {

  private static final String ID = "hot-bin";

  private static final Threshold MIN_HOT_RATIO =
      new Threshold(
          ID,
          "min-hot-ratio",
          0.2,
          Unit.RATIO,
          "two writers that write all the time meet at a key of that share at one write in 25;"
              + " in a map of a thousand keys used alike it would be one in a thousand");

  private static final Threshold MAX_FEW_ENTRIES =
      new Threshold(
          ID,
          "max-few-entries",
          8,
          Unit.COUNT,
          "with as few keys one of them has an eighth of the operations or more, whichever they"
              + " are");

  private static final Threshold MIN_WAIT_PER_WRITE =
      new Threshold(
          ID,
          "min-wait-per-write",
          20,
          Unit.NANOS,
          "what an uncontended put costs (docs/overhead.md, 21 ns): threads that wait less for a"
              + " bin than its update takes lose their time elsewhere, and meet in a bin when one of"
              + " them is descheduled inside");

  /** One of n keys has at least an n-th of the operations; half of it allows for sampling. */
  private static final double LEAST_PART_OF_A_KEY = 0.5;

  /** From here on one key makes the queue. */
  private static final double ONE_KEY = 0.25;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "writers wait for each other at a few keys of a concurrent map";
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.concurrent.ConcurrentHashMap: an update locks the first node of its bin",
        "https://github.com/apache/rocketmq/pull/5008 and 6883",
        "https://github.com/open-telemetry/opentelemetry-java/pull/8077: striping costs 27 to 41 %"
            + " where one thread writes",
        "https://github.com/DataDog/dd-trace-java/pull/11675: LongAdder no better where the"
            + " look-up was the cost");
  }

  @Override
  public List<Threshold> thresholds() {
    List<Threshold> all = new ArrayList<>(Waiting.thresholds(ID));
    all.addAll(List.of(MIN_HOT_RATIO, MAX_FEW_ENTRIES, MIN_WAIT_PER_WRITE));
    return all;
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.MONITOR_WAITS);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.of(map) == MapKind.CONCURRENT_HASH && !MapKind.takesItsOwnMonitor(map);
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Waits waits = Waiting.monitor(map);
    @Nullable Verdict acquitted = Waiting.acquitted(this, map, waits, situation);
    if (acquitted != null) {
      return acquitted;
    }
    if (SlowFunctions.arePresent(map) || PresentKeyCompute.isAbout(map)) {
      return Verdict.silent();
    }
    if (nanosPerWrite(map, waits) < situation.limit(MIN_WAIT_PER_WRITE)) {
      return Verdict.silent();
    }
    double hottest = hottest(map);
    boolean hot = hottest >= situation.limit(MIN_HOT_RATIO);
    boolean few = isOfFewKeys(map, hottest, situation.limit(MAX_FEW_ENTRIES));
    if (!hot && !few) {
      return map.facts().hotKeys() == null
          ? Verdict.notEnough("hot keys not recorded")
          : Verdict.silent();
    }
    return found(map, waits, hottest, situation);
  }

  private static double hottest(MapProfile map) {
    @Nullable List<HotKey> keys = map.facts().hotKeys();
    return keys == null || keys.isEmpty() ? 0 : keys.get(0).share();
  }

  /** Few entries are few keys unless they come and go: then none of them has its part. */
  private static boolean isOfFewKeys(MapProfile map, double hottest, double limit) {
    return largest(map) <= limit
        && (map.facts().hotKeys() == null || hottest * limit >= LEAST_PART_OF_A_KEY);
  }

  private static double nanosPerWrite(MapProfile map, Waits waits) {
    return (double) waits.nanos() / Math.max(1, map.operations().writes());
  }

  /** Entries of a map of mean size. */
  private static long largest(MapProfile map) {
    return map.entries() / Math.max(1, map.instances().alive());
  }

  private Verdict found(MapProfile map, Waits waits, double hottest, Situation situation) {
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("writers wait for each other at a few keys")
            .explanation(
                Waiting.words(waits, situation)
                    + " for bins of "
                    + Words.map(map)
                    + ", "
                    + where(map, hottest))
            .confidence(Waiting.confidence(this, map, waits, situation));
    Waiting.evidence(draft, waits, situation)
        .evidence("writes", map.operations().writes())
        .evidence("entries", map.entries())
        .evidence("hottestKeyRatio", hottest);
    if (accumulates(map.operations())) {
      draft.replacement("per-key-object", "java.util.concurrent.atomic.LongAdder", "AdderPerKey");
      draft.caveat("an adder has no atomic read-and-reset over all keys, and takes more memory");
    } else {
      draft.replacement(
          "per-key-object", "java.util.concurrent.atomic.AtomicReference", "CellPerKey");
    }
    draft.caveatIf(
        hottest >= ONE_KEY,
        "sharding the map does not help: one key alone has "
            + Figures.percent(hottest)
            + " of the operations");
    return draft.found();
  }

  private static String where(MapProfile map, double hottest) {
    return hottest > 0
        ? "whose hottest key has " + Figures.percent(hottest) + " of the operations."
        : "which has " + Figures.entries(map.entries()) + " only.";
  }

  /** Whether values are mostly made from the values before. */
  private static boolean accumulates(OperationCounts counts) {
    long updates = counts.get(Operation.MERGE) + counts.get(Operation.COMPUTE);
    return updates >= counts.writes() / 2;
  }
}
