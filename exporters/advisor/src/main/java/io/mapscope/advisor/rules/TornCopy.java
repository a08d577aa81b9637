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
import io.mapscope.profile.Copies;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Serialization;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies or serializations of a concurrent map that other threads wrote to meanwhile, so that they
 * show a state the map never was in.
 *
 * <p>What leaves the process is a warning; a copy may be meant as a rough one, so it is
 * information.
 */
public final class TornCopy implements Rule {

  private static final String ID = "torn-copy";

  private static final Threshold MIN_TORN =
      new Threshold(
          ID, "min-torn", 3, Unit.COUNT, "three are no accident with a probability of 95 %");

  private static final Threshold MIN_TORN_RATIO =
      new Threshold(
          ID,
          "min-torn-ratio",
          0.01,
          Unit.RATIO,
          "the lower end of the share's 95 % interval: rarer than one copy in a hundred is a"
              + " matter of start-up or shut-down");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "copies and serializations show a state the map never had";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.WARNING, Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.concurrent.ConcurrentHashMap: iterators reflect the state \"at some point at or"
            + " since the creation of the iterator\"",
        "https://github.com/apache/pulsar/issues/7719",
        "https://github.com/dropwizard/metrics/issues/1111",
        "https://github.com/google/guava/issues/1558");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_TORN, MIN_TORN_RATIO);
  }

  @Override
  public List<Fact> needs() {
    return List.of();
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.of(map).isConcurrent() && !MapKind.takesItsOwnMonitor(map);
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    @Nullable List<Serialization> serializations = map.facts().serializations();
    @Nullable Copies copies = map.facts().copies();
    if (serializations == null && copies == null) {
      return Verdict.notEnough(Fact.COPIES.words() + " not recorded");
    }
    long serialized = 0;
    long tornSerializations = 0;
    for (Serialization each : serializations == null ? List.<Serialization>of() : serializations) {
      serialized += each.count();
      tornSerializations += each.torn();
    }
    if (isOften(tornSerializations, serialized, situation)) {
      return found(map, Severity.WARNING, tornSerializations, serialized, situation);
    }
    if (copies != null) {
      long torn = Completeness.seen(map, copies.torn());
      long all = Completeness.seen(map, copies.count());
      if (isOften(torn, all, situation)) {
        return found(map, Severity.INFO, torn, all, situation);
      }
    }
    return Verdict.silent();
  }

  private static boolean isOften(long torn, long all, Situation situation) {
    return torn >= Math.max(1, situation.limit(MIN_TORN))
        && Statistics.lowestShare(torn, all) >= situation.limit(MIN_TORN_RATIO);
  }

  private Verdict found(
      MapProfile map, Severity severity, long torn, long all, Situation situation) {
    boolean leaves = severity == Severity.WARNING;
    Draft draft =
        Draft.of(this, map, severity)
            .title(leaves ? "torn data is serialized" : "copies are torn")
            .explanation(
                Figures.count(torn)
                    + " of "
                    + Figures.count(all)
                    + (leaves ? " serializations" : " copies")
                    + " of "
                    + Words.map(map)
                    + " were overtaken by writes of other threads, so they hold a state that the"
                    + " map never was in.")
            .confidence(
                Statistics.shareIsAbove(situation.limit(MIN_TORN_RATIO), torn, all)
                    * Statistics.happensAgain(torn))
            .evidence(leaves ? "tornSerializations" : "tornCopies", torn)
            .evidence(leaves ? "serializations" : "copies", all)
            .evidence("entries", map.entries());
    @Nullable Copies copies = map.facts().copies();
    if (copies != null && copies.torn() > 0) {
      draft.evidence("writesDuringWorstCopy", copies.maxWritesMeanwhile());
    }
    return draft
        .replacement("safe-copy", "java.util.Map.copyOf", "SwappedCopy")
        .caveat("each write copies the map: where writes are many, copy under a lock instead")
        .caveatIf(!leaves, "figures for statistics may be as rough as this")
        .found();
  }
}
