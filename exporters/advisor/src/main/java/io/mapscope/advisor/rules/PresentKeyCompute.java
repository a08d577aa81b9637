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
import io.mapscope.profile.CallSite;
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
 * {@code computeIfAbsent} or {@code putIfAbsent} that nearly always finds its key, and locks the
 * bin only to find that out.
 */
public final class PresentKeyCompute implements Rule {

  private static final String ID = "present-key-compute";
  private static final double STANDARD_PRESENT_RATIO = 0.9;

  private static final Threshold MIN_PRESENT_RATIO =
      new Threshold(
          ID,
          "min-present-ratio",
          STANDARD_PRESENT_RATIO,
          Unit.RATIO,
          "a look-up first then spares nine locks of ten and costs one more look-up for the tenth");

  /** From this release on the first node of a bin is looked at without the lock (JDK-8161372). */
  private static final int JDK_WITH_FAST_FIRST_NODE = 9;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "computeIfAbsent locks although the key is nearly always there";
  }

  @Override
  public List<String> sources() {
    return List.of(
        "JDK-8161372: computeIfAbsent locked the bin when the key was present; since 9 no longer"
            + " for the first node of a bin",
        "https://github.com/spring-projects/spring-data-commons/issues/319, reverted in 3060:"
            + " only with measured blocking",
        "https://github.com/apache/rocketmq/pull/5008");
  }

  @Override
  public List<Threshold> thresholds() {
    List<Threshold> all = new ArrayList<>(Waiting.thresholds(ID));
    all.add(MIN_PRESENT_RATIO);
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
    if (!isAbout(map, situation.limit(MIN_PRESENT_RATIO)) || SlowFunctions.arePresent(map)) {
      return Verdict.silent();
    }
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("locks to compute what is there already")
            .explanation(
                Waiting.words(waits, situation)
                    + " for bins of "
                    + Words.map(map)
                    + ", of whose atomic insertions "
                    + Figures.percent(presentRatio(map.operations()))
                    + " found the key there already.")
            .confidence(Waiting.confidence(this, map, waits, situation));
    Waiting.evidence(draft, waits, situation)
        .evidence("presentRatio", presentRatio(map.operations()))
        .evidence("insertions", insertions(map.operations()));
    return draft
        .replacement("look-up-first", null, "GetFirst")
        .caveatIf(
            situation.jdk() >= JDK_WITH_FAST_FIRST_NODE,
            "JDK "
                + situation.jdk()
                + " locks only when the key is not the first of its bin: keys whose hashes collide"
                + " are worth a look as well")
        .found();
  }

  /** Whether the pattern is there, by the standard threshold. */
  static boolean isAbout(MapProfile map) {
    return isAbout(map, STANDARD_PRESENT_RATIO);
  }

  /**
   * Most writes are insertions of absent keys by intention, and the key is there. A put counts as
   * such only where samples show that it is a {@code putIfAbsent}.
   */
  private static boolean isAbout(MapProfile map, double presentRatio) {
    OperationCounts counts = map.operations();
    long insertions = insertions(counts);
    boolean puts = puts(counts) > computes(counts);
    return insertions > 0
        && insertions >= presentRatio * counts.writes()
        && presentRatio(counts) >= presentRatio
        && (!puts || usesPutIfAbsent(map));
  }

  private static boolean usesPutIfAbsent(MapProfile map) {
    @Nullable List<CallSite> sites = map.facts().callSites();
    double share = 0;
    if (sites != null) {
      for (CallSite site : sites) {
        share += site.operation().equals("putIfAbsent") ? site.share() : 0;
      }
    }
    return share >= 0.5;
  }

  private static long insertions(OperationCounts counts) {
    return puts(counts) + computes(counts);
  }

  private static double presentRatio(OperationCounts counts) {
    double present =
        counts.get(Operation.PUT_REPLACE) + counts.get(Operation.COMPUTE_IF_ABSENT_PRESENT);
    return present / Math.max(1, insertions(counts));
  }

  private static long puts(OperationCounts counts) {
    return counts.get(Operation.PUT_NEW) + counts.get(Operation.PUT_REPLACE);
  }

  private static long computes(OperationCounts counts) {
    return counts.get(Operation.COMPUTE_IF_ABSENT_PRESENT)
        + counts.get(Operation.COMPUTE_IF_ABSENT_ABSENT);
  }
}
