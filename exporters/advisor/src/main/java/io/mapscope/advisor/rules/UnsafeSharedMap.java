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
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.OverlapExample;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;

/**
 * Two threads inside an unsynchronised map at once, one of them writing.
 *
 * <p>An overlap cannot be seen where a common lock or any other happens-before edge keeps the
 * threads apart ({@code docs/how-it-works.md}), so one is proof. Maps behind a synchronized wrapper
 * are {@code unsafe-iteration}'s: only what goes past the wrapper's lock can overlap there.
 */
public final class UnsafeSharedMap implements Rule {

  private static final String ID = "unsafe-shared-map";

  private static final Threshold MIN_OVERLAPS =
      new Threshold(
          ID,
          "min-overlaps",
          1,
          Unit.COUNT,
          "each is seen in the act and none can happen in a correct program, so one is enough");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "threads race inside a map that is not safe for them";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.ERROR);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.HashMap: \"If multiple threads access a hash map concurrently, and at least one"
            + " of the threads modifies the map structurally, it must be synchronized externally\"",
        "https://github.com/spring-projects/spring-data-commons/pull/86",
        "https://github.com/adoptium/adoptium-support/issues/1428",
        "Go's check for concurrent map read and map write");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_OVERLAPS);
  }

  @Override
  public List<Fact> needs() {
    return List.of();
  }

  @Override
  public boolean concerns(MapProfile map) {
    return !MapKind.of(map).isConcurrent() && !MapKind.takesItsOwnMonitor(map);
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    long overlaps = map.misuse().overlaps();
    if (overlaps == 0 || overlaps < situation.limit(MIN_OVERLAPS)) {
      return Verdict.silent();
    }
    Draft draft =
        Draft.of(this, map, Severity.ERROR)
            .title("threads race inside it")
            .explanation(
                "Two threads were inside "
                    + Words.map(map)
                    + " at the same time, one of them writing, "
                    + Figures.counted(overlaps, "time")
                    + ": that class is not made for it, entries get lost and loops may never end.")
            .confidence(Statistics.PROVEN)
            .evidence("overlaps", overlaps)
            .evidence("readingThreads", map.threads().readers())
            .evidence("writingThreads", map.threads().writers());
    addStacks(draft, map.misuse().overlapExamples());
    ConcurrentForm.advise(draft, map);
    return draft.found();
  }

  /** The first example; the report has the others. */
  private static void addStacks(Draft draft, List<OverlapExample> examples) {
    if (!examples.isEmpty()) {
      List<List<String>> stacks = examples.get(0).stacks();
      for (int i = 0; i < stacks.size(); i++) {
        draft.evidence(i == 0 ? "oneThread" : "otherThread", stacks.get(i));
      }
    }
  }
}
