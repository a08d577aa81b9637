package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Fact;
import io.mapscope.advisor.MapKind;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.advisor.Words;
import io.mapscope.profile.Latency;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Quantiles;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Functions given to {@code computeIfAbsent} and its sisters that take long, or that compute on the
 * same map, while the bin is locked.
 */
public final class BlockingCompute implements Rule {

  private static final String ID = "blocking-compute";

  private static final Threshold MIN_FUNCTION_NANOS =
      new Threshold(
          ID,
          "min-function-nanos",
          SlowFunctions.STANDARD_NANOS,
          Unit.NANOS,
          "a thousand updates of the map: one function in a hundred that takes as long holds bins"
              + " ten times as long as the map itself");

  private static final Threshold MIN_SAMPLES =
      new Threshold(ID, "min-samples", 10, Unit.COUNT, "below, the median of functions is chance");

  private static final Threshold MIN_RECURSIONS =
      new Threshold(
          ID,
          "min-recursions",
          1,
          Unit.COUNT,
          "the contract of ConcurrentHashMap forbids each of them; it throws or hangs when both"
              + " keys share a bin");

  /** The JDK from which on a virtual thread that waits for a monitor frees its carrier. */
  private static final int JDK_WITHOUT_PINNING = 24;

  private static final int JDK_WITH_VIRTUAL_THREADS = 21;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "slow or recursive functions run while they lock a part of the map";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.WARNING, Severity.ERROR);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.concurrent.ConcurrentHashMap.computeIfAbsent: \"Some attempted update"
            + " operations on this map by other threads may be blocked while computation is in"
            + " progress, so the computation should be short and simple, and must not attempt to"
            + " update any other mappings of this map\"",
        "https://github.com/ben-manes/caffeine/issues/960",
        "https://github.com/micrometer-metrics/micrometer/issues/2087",
        "https://github.com/spring-projects/spring-framework/issues/35944",
        "JDK-8062841 (recursion), JEP 491 (monitors no longer pin virtual threads)");
  }

  @Override
  public List<Threshold> thresholds() {
    List<Threshold> all = new ArrayList<>(Waiting.thresholds(ID));
    all.addAll(List.of(MIN_FUNCTION_NANOS, MIN_SAMPLES, MIN_RECURSIONS));
    return all;
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.LATENCY);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.of(map) == MapKind.CONCURRENT_HASH && !MapKind.takesItsOwnMonitor(map);
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Latency latency = Objects.requireNonNull(map.facts().latency());
    if (latency.recursions() > 0 && latency.recursions() >= situation.limit(MIN_RECURSIONS)) {
      return recursive(map, latency.recursions());
    }
    if (!Fact.MONITOR_WAITS.isKnownOf(map)) {
      return Verdict.notEnough(Fact.MONITOR_WAITS.words() + " not recorded");
    }
    Waits waits = Waiting.monitor(map);
    @Nullable Verdict acquitted = Waiting.acquitted(this, map, waits, situation);
    if (acquitted != null) {
      return acquitted;
    }
    @Nullable Quantiles function = latency.function();
    if (function == null || SlowFunctions.typical(map) < situation.limit(MIN_FUNCTION_NANOS)) {
      return Verdict.silent();
    }
    if (function.samples() < situation.limit(MIN_SAMPLES)) {
      return Verdict.notEnough(Figures.counted(function.samples(), "function") + " sampled only");
    }
    return slow(map, function, waits, situation);
  }

  private Verdict recursive(MapProfile map, long recursions) {
    Draft draft =
        Draft.of(this, map, Severity.ERROR)
            .title("a function computes on the map it is computing for")
            .explanation(
                "Functions given to "
                    + Words.map(map)
                    + " changed that same map while it ran them, "
                    + Figures.counted(recursions, "time")
                    + ": it throws or hangs when both keys share a bin.")
            .confidence(Statistics.PROVEN)
            .evidence("recursions", recursions);
    for (MisuseExample example : map.misuse().examples()) {
      if (example.kind() == MisuseKind.RECURSION && !example.stacks().isEmpty()) {
        draft.evidence("stack", example.stacks().get(0));
        break;
      }
    }
    return draft
        .replacement("compute-outside", null, "ComputeOutside")
        .caveat("two threads may compute the same value, and the first one stays")
        .found();
  }

  private Verdict slow(MapProfile map, Quantiles function, Waits waits, Situation situation) {
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("slow functions run while they lock a part of it")
            .explanation(
                Waiting.words(waits, situation)
                    + " behind functions that "
                    + Words.map(map)
                    + " runs under the lock of a bin: half of them take "
                    + Figures.nanos(function.p50())
                    + " or more, one in a hundred "
                    + Figures.nanos(function.p99())
                    + ".")
            .confidence(Waiting.confidence(this, map, waits, situation));
    Waiting.evidence(draft, waits, situation)
        .evidence("functionP50Nanos", function.p50())
        .evidence("functionP99Nanos", function.p99())
        .evidence("functionSamples", function.samples());
    if (loads(map)) {
      draft.replacement("future-values", "java.util.concurrent.CompletableFuture", "FutureValues");
      draft.caveat(
          "threads that want the same key still wait for it, but no longer those of other keys");
    } else {
      draft.replacement("compute-outside", null, "ComputeOutside");
      draft.caveat("the function may run twice for one change, so it must have no side effects");
    }
    draft.caveatIf(
        situation.jdk() >= JDK_WITH_VIRTUAL_THREADS && situation.jdk() < JDK_WITHOUT_PINNING,
        "on this JDK ("
            + situation.jdk()
            + ") a virtual thread that waits here blocks its carrier as well");
    return draft.found();
  }

  /** Whether functions mostly make values for keys that are not there yet. */
  private static boolean loads(MapProfile map) {
    long absent = map.operations().get(Operation.COMPUTE_IF_ABSENT_ABSENT);
    long others = map.operations().get(Operation.COMPUTE) + map.operations().get(Operation.MERGE);
    return absent > others;
  }
}
