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
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loops over a map that is not made for it while other threads write: seen as exceptions whose
 * cause was another thread, or as threads that went past the lock of a synchronized wrapper, which
 * does not protect iteration.
 *
 * <p>A loop that removes from its own map is another mistake and not meant.
 */
public final class UnsafeIteration implements Rule {

  private static final String ID = "unsafe-iteration";

  /** How the report tells that another thread caused an exception (docs/report.md). */
  private static final String BY_ANOTHER = "another thread had written last";

  private static final Threshold MIN_EXCEPTIONS =
      new Threshold(
          ID,
          "min-exceptions",
          1,
          Unit.COUNT,
          "each proves that a thread wrote while another was in a loop");

  private static final Threshold MIN_OVERLAPS =
      new Threshold(
          ID,
          "min-overlaps",
          1,
          Unit.COUNT,
          "behind a wrapper's lock no two threads can meet: one went past it");

  private static final Threshold MIN_TORN =
      new Threshold(
          ID,
          "min-torn-traversals",
          1,
          Unit.COUNT,
          "a loop under the lock that writers take is never overtaken by a write");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "loops run while other threads write";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.ERROR);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.Collections.synchronizedMap: \"It is imperative that the user manually"
            + " synchronize on the returned map when traversing any of its collection views\"",
        "https://github.com/FasterXML/jackson-databind/issues/1726",
        "https://github.com/apache/logging-log4j2/issues/3939",
        "https://issues.apache.org/jira/browse/FLINK-5930");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_EXCEPTIONS, MIN_OVERLAPS, MIN_TORN);
  }

  @Override
  public List<Fact> needs() {
    return List.of();
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.takesItsOwnMonitor(map) || MapKind.of(map).isUnsynchronised();
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Misuse misuse = map.misuse();
    long exceptions = Math.max(0, misuse.concurrentModificationExceptions());
    @Nullable MisuseExample example = byAnother(misuse);
    boolean thrown = isAtLeast(exceptions, MIN_EXCEPTIONS, situation) && example != null;
    boolean passed =
        MapKind.takesItsOwnMonitor(map) && isAtLeast(misuse.overlaps(), MIN_OVERLAPS, situation);
    boolean torn = isAtLeast(misuse.tornTraversals(), MIN_TORN, situation);
    if (!thrown && !passed && !torn) {
      return Verdict.silent();
    }
    return found(map, thrown ? exceptions : 0, example);
  }

  private static boolean isAtLeast(long seen, Threshold limit, Situation situation) {
    return seen > 0 && seen >= situation.limit(limit);
  }

  private static @Nullable MisuseExample byAnother(Misuse misuse) {
    for (MisuseExample example : misuse.examples()) {
      if (example.kind() == MisuseKind.CONCURRENT_MODIFICATION
          && example.stacks().stream()
              .anyMatch(stack -> !stack.isEmpty() && stack.get(0).contains(BY_ANOTHER))) {
        return example;
      }
    }
    return null;
  }

  private Verdict found(MapProfile map, long exceptions, @Nullable MisuseExample example) {
    Misuse misuse = map.misuse();
    Draft draft =
        Draft.of(this, map, Severity.ERROR)
            .title("loops run over it while other threads write")
            .explanation(
                "Threads iterate over "
                    + Words.map(map)
                    + " while others write: "
                    + seen(misuse, exceptions))
            .confidence(Statistics.PROVEN)
            .evidence("exceptions", exceptions)
            .evidence("overlaps", misuse.overlaps())
            .evidence("tornTraversals", Math.max(0, misuse.tornTraversals()));
    if (exceptions > 0 && example != null) {
      draft.evidence("loop", example.stacks().get(0));
    } else if (!misuse.overlapExamples().isEmpty()) {
      draft.evidence("oneThread", misuse.overlapExamples().get(0).stacks().get(0));
    }
    if (MapKind.takesItsOwnMonitor(map)) {
      draft
          .replacement("client-side-lock", null, "LockedIteration")
          .caveat("all writers wait while the loop runs: copy under the lock where it is long");
    } else {
      ConcurrentForm.advise(draft, map);
    }
    return draft.found();
  }

  private static String seen(Misuse misuse, long exceptions) {
    if (exceptions > 0) {
      return Figures.counted(exceptions, "loop")
          + " ended with a ConcurrentModificationException, and others may have missed or repeated"
          + " entries.";
    }
    if (misuse.overlaps() > 0) {
      return "two threads were inside it at once "
          + Figures.counted(misuse.overlaps(), "time")
          + ", so one went past the lock that all its methods take.";
    }
    return Figures.counted(misuse.tornTraversals(), "sampled loop")
        + " were overtaken by writes, with the exceptions and gaps that this brings.";
  }
}
