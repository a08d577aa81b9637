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
import io.mapscope.profile.Operation;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Shape;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;

/**
 * Lists, sets or maps that lie in a concurrent map, are changed there, and by none of its atomic
 * operations, while several threads use the map: the map protects where they lie, not what is in
 * them. Information only: a lock of the program around each use of a value cannot be seen.
 */
public final class UnsafeListValues implements Rule {

  private static final String ID = "unsafe-list-values";

  private static final Threshold MIN_CHANGED =
      new Threshold(
          ID,
          "min-changed-looks",
          10,
          Unit.COUNT,
          "ten second looks that found a value changed where it lay: a habit, and no value that was"
              + " filled once before it was shown");

  private static final Threshold MIN_MUTABLE_RATIO =
      new Threshold(
          ID,
          "min-mutable-ratio",
          0.5,
          Unit.RATIO,
          "at least every other value; where fewer are collections the map is of another kind");

  private static final Threshold MAX_LOCKED_RATIO =
      new Threshold(
          ID,
          "max-locked-ratio",
          0,
          Unit.RATIO,
          "one value whose monitor threads have queued for shows that values have a lock");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "collections in a concurrent map are changed where they lie";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.ArrayList: \"this implementation is not synchronized\"",
        "the seeds of this project: append-only map of lists");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_CHANGED, MIN_MUTABLE_RATIO, MAX_LOCKED_RATIO);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.SHAPE, Fact.LIVES);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.ofBase(map) == MapKind.CONCURRENT_HASH;
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Shape shape = Objects.requireNonNull(map.facts().shape(), "shape");
    if (shape.changedValues() < situation.limit(MIN_CHANGED)
        || shape.mutableValues() < situation.limit(MIN_MUTABLE_RATIO) * shape.valueSamples()
        || shape.lockedValues() > situation.limit(MAX_LOCKED_RATIO) * shape.watchedValues()
        || isChangedAtomically(map)
        || !isUsedByMany(map)) {
      return Verdict.silent();
    }
    return Draft.of(this, map, Severity.INFO)
        .title("collections in it are changed where they lie")
        .explanation(explanation(map, shape))
        .confidence(Statistics.lowestShare(shape.mutableValues(), shape.valueSamples()))
        .evidence("changedLooks", shape.changedValues())
        .evidence("looks", shape.watchedValues())
        .evidence("mutableValues", shape.mutableValues())
        .evidence("valueSamples", shape.valueSamples())
        .evidence("readingThreads", map.threads().readers())
        .evidence("writingThreads", map.threads().writers())
        .replacement(
            "atomic-operation", "merge with immutable collections as values", "ImmutableLists")
        .caveat(
            "it is safe after all if each use of a value holds the same lock, or each key belongs"
                + " to one thread: neither can be seen from the map")
        .caveat("immutable lists are copied for each change: for long ones take a concurrent queue")
        .found();
  }

  /** Functions of the map that change values hold its bin, whoever wrote them knew. */
  private static boolean isChangedAtomically(MapProfile map) {
    return map.operations().get(Operation.COMPUTE) + map.operations().get(Operation.MERGE) > 0;
  }

  private static boolean isUsedByMany(MapProfile map) {
    boolean shared = Objects.requireNonNull(map.facts().lives(), "lives").shared() > 0;
    return shared && Math.max(map.threads().readers(), map.threads().writers()) > 1;
  }

  private static String explanation(MapProfile map, Shape shape) {
    return "Of "
        + Figures.counted(shape.valueSamples(), "sampled value")
        + " of "
        + Words.map(map)
        + " "
        + Figures.count(shape.mutableValues())
        + " were collections that are not made for several threads; "
        + Figures.count(shape.changedValues())
        + " of "
        + Figures.counted(shape.watchedValues(), "second look")
        + " found one changed where it lay. No compute or merge did that, and "
        + Math.max(map.threads().readers(), map.threads().writers())
        + " threads use the map.";
  }
}
