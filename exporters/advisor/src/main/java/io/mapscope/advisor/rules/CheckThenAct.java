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
import io.mapscope.profile.ExternalLock;
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Misuse;
import io.mapscope.profile.MisuseExample;
import io.mapscope.profile.MisuseKind;
import io.mapscope.profile.Operation;
import io.mapscope.profile.Severity;
import io.mapscope.profile.text.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look-up and then a write of the same key as two operations of a shared map, between which
 * another thread may write, or provably did.
 *
 * <p>Plain maps are not meant: without a lock they are {@code unsafe-shared-map}'s, and under one
 * two steps are right.
 */
public final class CheckThenAct implements Rule {

  private static final String ID = "check-then-act";

  private static final Threshold MIN_PAIRS =
      new Threshold(
          ID,
          "min-pairs",
          3,
          Unit.COUNT,
          "three sightings in samples are no accident with a probability of 95 %");

  private static final Threshold MIN_LOST_RACES =
      new Threshold(
          ID,
          "min-lost-races",
          1,
          Unit.COUNT,
          "each is proven by what the write replaced, so one is enough");

  private static final Threshold MAX_LOCKED_RATIO =
      new Threshold(
          ID,
          "max-locked-ratio",
          0.5,
          Unit.RATIO,
          "callers that lock the map around both steps do right; samples miss some of the locks");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "a look-up and a write of the same key are two steps";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.WARNING, Severity.ERROR);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Shacham et al., Testing Atomicity of Composed Concurrent Operations (COLT), OOPSLA 2011",
        "Lin and Dig, CHECK-THEN-ACT Misuse of Java Concurrent Collections, ICST 2013",
        "https://github.com/alibaba/nacos/pull/14751",
        "https://github.com/apache/pinot/pull/10022");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_PAIRS, MIN_LOST_RACES, MAX_LOCKED_RATIO);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.COMPOUND_RACES);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.isSynchronizedWrapper(map) || !MapKind.of(map).isUnsynchronised();
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    Misuse misuse = map.misuse();
    long lost = Math.max(0, misuse.lostRaces());
    if (lost > 0 && lost >= situation.limit(MIN_LOST_RACES)) {
      return found(map, Severity.ERROR, lost);
    }
    if (misuse.checkThenAct() == 0 || isLockedByCallers(map, situation)) {
      return Verdict.silent();
    }
    if (misuse.checkThenAct() < situation.limit(MIN_PAIRS)) {
      return Verdict.notEnough(Figures.counted(misuse.checkThenAct(), "pair") + " sampled only");
    }
    return found(map, Severity.WARNING, 0);
  }

  private static boolean isLockedByCallers(MapProfile map, Situation situation) {
    @Nullable ExternalLock lock = map.facts().externalLock();
    @Nullable LockDetail detail = lock == null ? null : lock.detail();
    return detail != null && detail.share() >= situation.limit(MAX_LOCKED_RATIO);
  }

  private Verdict found(MapProfile map, Severity severity, long lost) {
    long pairs = Math.max(lost, map.misuse().checkThenAct());
    Draft draft =
        Draft.of(this, map, severity)
            .title(
                lost > 0
                    ? "updates are lost between a look-up and its write"
                    : "a look-up and its write are two steps")
            .explanation(explanation(map, pairs, lost))
            .confidence(lost > 0 ? Statistics.PROVEN : Statistics.happensAgain(pairs))
            .evidence("sampledPairs", pairs)
            .evidence("lostRaces", lost)
            .evidence("writingThreads", map.threads().writers());
    addPlaces(draft, map.misuse(), lost > 0 ? MisuseKind.LOST_RACE : MisuseKind.CHECK_THEN_ACT);
    replace(draft, map);
    return draft.found();
  }

  private static String explanation(MapProfile map, long pairs, long lost) {
    String seen =
        "Threads look a key up in "
            + Words.map(map)
            + " and then write it as a second step ("
            + Figures.counted(pairs, "time")
            + " in samples), while others write too: ";
    return lost > 0
        ? seen
            + "another thread's write was overwritten unread "
            + Figures.counted(lost, "time")
            + "."
        : seen + "a write that comes in between gets lost.";
  }

  /** The two places of the first example. */
  private static void addPlaces(Draft draft, Misuse misuse, MisuseKind kind) {
    for (MisuseExample example : misuse.examples()) {
      if (example.kind() == kind && example.stacks().size() == 2) {
        draft.evidence("lookUp", example.stacks().get(0));
        draft.evidence("write", example.stacks().get(1));
        return;
      }
    }
  }

  private static void replace(Draft draft, MapProfile map) {
    boolean inserts =
        map.operations().get(Operation.PUT_NEW) > map.operations().get(Operation.PUT_REPLACE);
    if (inserts) {
      draft.replacement("atomic-operation", "computeIfAbsent", "InsertOnce");
    } else {
      draft.replacement("atomic-operation", "merge", "AtomicOperations");
    }
    draft.caveat(
        "the function runs while a part of the map is locked: it must be short and must not use"
            + " the map");
    draft.caveatIf(
        map.mapClass().startsWith("org.jctools."),
        "computeIfAbsent and merge of JCTools' maps are not atomic (JCTools#376): use putIfAbsent"
            + " and replace in a loop");
    draft.caveatIf(
        MapKind.of(map) == MapKind.SKIP_LIST,
        "ConcurrentSkipListMap may run the function more than once");
  }
}
