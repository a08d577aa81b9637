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
import io.mapscope.profile.Lives;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Severity;
import io.mapscope.profile.SiteKind;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;

/** A concurrent or synchronized map of which each instance was used by one thread only. */
public final class NeedlessConcurrency implements Rule {

  private static final String ID = "needless-concurrency";

  /** Share of shared maps that an observer of whole lives should have met. */
  private static final double RARELY_SHARED = 0.05;

  private static final Threshold MIN_ENDED =
      new Threshold(
          ID,
          "min-ended-maps",
          100,
          Unit.COUNT,
          "after a hundred whole lives of one thread each, fewer than 3 in 100 are shared (rule of"
              + " three)");

  private static final Threshold MIN_SECONDS =
      new Threshold(
          ID,
          "min-seconds",
          8,
          Unit.SECONDS,
          "for maps that live on: a second thread may come later; how sure the finding is grows"
              + " with the time observed, a few seconds are the least");

  private static final Threshold MIN_RATE =
      new Threshold(
          ID,
          "min-operations-per-second",
          10_000,
          Unit.PER_SECOND,
          "a plain map saves some 10 ns per write: below, not even a ten-thousandth of a processor"
              + " is to be won");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "a concurrent map that one thread has for itself";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "https://github.com/apache/flink/pull/10112",
        "JDK-8256425: biased locking, which made such locks cheap, is off since JDK 15");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_ENDED, MIN_SECONDS, MIN_RATE);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.LIVES);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return (MapKind.of(map).isConcurrent() || MapKind.takesItsOwnMonitor(map))
        && map.site().kind() == SiteKind.ALLOCATION; // of others the youth is not known
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Lives lives = Objects.requireNonNull(map.facts().lives(), "lives");
    if (lives.shared() > 0
        || situation.perSecond(map.operations().total()) < situation.limit(MIN_RATE)) {
      return Verdict.silent();
    }
    if (Completeness.isMissing(map)) {
      return Completeness.notEnough(map);
    }
    boolean wholeLives = lives.ended() >= situation.limit(MIN_ENDED);
    if (!wholeLives && isOfALibrary(map, situation)) {
      return Verdict.silent();
    }
    return !wholeLives && situation.seconds() < situation.limit(MIN_SECONDS)
        ? Verdict.notEnough("observed for " + Figures.duration(situation.seconds()) + " only")
        : found(map, lives, wholeLives, situation);
  }

  /**
   * Whether the main class and the map's are known to come from different houses: what a library
   * keeps for all its users is made for their threads, however many this program has.
   */
  private static boolean isOfALibrary(MapProfile map, Situation situation) {
    String main = house(situation.jvm().mainClass());
    return !main.isEmpty() && !main.equals(house(map.site().className()));
  }

  /** The first two parts of a class name, {@code com.acme}; empty for jars and short names. */
  private static String house(String className) {
    int first = className.indexOf('.');
    int second = className.indexOf('.', first + 1);
    return first < 0 || second < 0 || className.contains("/") ? "" : className.substring(0, second);
  }

  private Verdict found(MapProfile map, Lives lives, boolean wholeLives, Situation situation) {
    double sure =
        wholeLives
            ? 1 - Math.pow(1 - RARELY_SHARED, lives.ended())
            : Endurance.confidence(situation);
    Draft draft =
        Draft.of(this, map, Severity.INFO)
            .title("made for many threads, used by one")
            .explanation(explanation(map, lives, wholeLives, situation))
            .confidence(sure)
            .evidence("mapsCreated", map.instances().created())
            .evidence("mapsEnded", lives.ended())
            .evidence("mapsShared", 0)
            .evidence("operations", map.operations().total())
            .evidence("observedSeconds", situation.seconds());
    advise(draft, map);
    return draft
        .caveat(
            "a map that is handed from thread to thread must be handed on safely: by a queue, an"
                + " executor, a volatile or final field")
        .caveat("iterators of a plain map fail when the map changes under them")
        .caveatIf(
            !wholeLives,
            "a thread that comes later than "
                + Figures.duration(situation.seconds())
                + " after the start was not seen")
        .found();
  }

  private static void advise(Draft draft, MapProfile map) {
    boolean sorted =
        MapKind.of(map) == MapKind.TREE
            || (MapKind.of(map) == MapKind.SKIP_LIST
                && map.operations().get(Operation.ORDERED) > 0);
    boolean set = MapKind.isSet(map);
    String type = "java.util." + (sorted ? "Tree" : "Hash") + (set ? "Set" : "Map");
    draft.replacement("plain", type, "OneThreadsMap");
  }

  private static String explanation(
      MapProfile map, Lives lives, boolean wholeLives, Situation situation) {
    String seen =
        wholeLives
            ? Figures.count(lives.ended()) + " of them have lived and gone"
            : "for " + Figures.duration(situation.seconds());
    return Words.map(map)
        + " did "
        + Figures.counted(map.operations().total(), "operation")
        + ", and none was used by more than one thread, "
        + seen
        + ". What it does for others (fences, locks, counters in cells) helps nobody.";
  }
}
