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
import io.mapscope.profile.LockDetail;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Severity;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plain map that is used under one lock of the program, for which threads wait. */
public final class GuardedMapContended implements Rule {

  private static final String ID = "guarded-map-contended";

  private static final Threshold MIN_HELD_RATIO =
      new Threshold(
          ID,
          "min-held-ratio",
          0.5,
          Unit.RATIO,
          "a lock that guards a map is held at nearly every access; samples miss some, because"
              + " locks in fields are found from the second sample of a class on");

  private static final Threshold MIN_SAMPLES =
      new Threshold(
          ID,
          "min-samples",
          5,
          Unit.COUNT,
          "that a lock taken for something else is held by chance in all of five samples is less"
              + " than 1 in 30 even if it is held half of the time");

  private static final Threshold MIN_READ_RATIO =
      new Threshold(
          ID,
          "min-copied-read-ratio",
          0.99,
          Unit.RATIO,
          "from here on the advice is an immutable copy instead of a concurrent map: a copy is made"
              + " for at most one operation in a hundred");

  private static final Threshold MAX_COPIED_ENTRIES =
      new Threshold(
          ID,
          "max-copied-entries",
          1_000,
          Unit.COUNT,
          "copying more takes some 10 microseconds (kafka#369 had to go back from copying)");

  /** A generous tenth of a microsecond: JMH measures 2 to 50 ns (docs/overhead.md). */
  private static final double PLAIN_OPERATION_SECONDS = 1e-7;

  /** Below this part of a thread's time a map's operations explain no queue. */
  private static final double LITTLE = 0.02;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "threads queue for the lock around a plain map";
  }

  @Override
  public List<String> sources() {
    return List.of(
        "https://github.com/spring-projects/spring-data-commons/pull/86 and issue 2130: a"
            + " read/write lock became the next bottleneck",
        "https://github.com/micrometer-metrics/micrometer/pull/242: copy on write",
        "https://github.com/elastic/elasticsearch/pull/22316",
        "https://github.com/JodaOrg/joda-time/issues/105");
  }

  @Override
  public List<Threshold> thresholds() {
    List<Threshold> all = new ArrayList<>(Waiting.thresholds(ID));
    all.addAll(List.of(MIN_HELD_RATIO, MIN_SAMPLES, MIN_READ_RATIO, MAX_COPIED_ENTRIES));
    return all;
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.EXTERNAL_LOCK, Fact.CONTENTION);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return !MapKind.of(map).isConcurrent();
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    @Nullable LockDetail lock = Objects.requireNonNull(map.facts().externalLock()).detail();
    if (lock == null || lock.share() < situation.limit(MIN_HELD_RATIO)) {
      return Verdict.silent();
    }
    Waits waits = waits(map);
    @Nullable Verdict acquitted = Waiting.acquitted(this, map, waits, situation);
    if (acquitted != null) {
      return acquitted;
    }
    if (lock.samples() < situation.limit(MIN_SAMPLES)) {
      return Verdict.notEnough(Figures.counted(lock.samples(), "sample") + " of the lock only");
    }
    return found(map, lock, waits, situation);
  }

  /** A map with a monitor of its own has waits for that as well, which are another rule's. */
  private static Waits waits(MapProfile map) {
    return MapKind.takesItsOwnMonitor(map) ? Waiting.foreignLocks(map) : Waiting.all(map);
  }

  private Verdict found(MapProfile map, LockDetail lock, Waits waits, Situation situation) {
    long held = Math.round(lock.share() * lock.samples());
    double chance = situation.limit(MIN_HELD_RATIO);
    Draft draft =
        Draft.of(this, map, Severity.WARNING)
            .title("threads queue for the lock around it")
            .explanation(explanation(map, lock, waits, situation))
            .confidence(
                Waiting.confidence(this, map, waits, situation)
                    * Statistics.shareIsAbove(chance, held, lock.samples()));
    Waiting.evidence(draft, waits, situation)
        .evidence("lock", lockName(lock))
        .evidence("heldRatio", lock.share())
        .evidence("heldSamples", lock.samples())
        .evidence("readRatio", map.operations().readRatio())
        .evidence("entries", map.entries());
    replace(draft, map, situation);
    caveats(draft, map, lock, situation);
    return draft.found();
  }

  private static String explanation(
      MapProfile map, LockDetail lock, Waits waits, Situation situation) {
    return Waiting.words(waits, situation)
        + " for "
        + lockName(lock)
        + ", held around "
        + Figures.percent(lock.share())
        + " of the sampled uses of "
        + Words.map(map)
        + ".";
  }

  private static String lockName(LockDetail lock) {
    String name = lock.field() == null ? Names.simple(lock.className()) : Words.field(lock.field());
    return lock.kind().equals(LockDetail.MONITOR) ? "the monitor " + name : "the lock " + name;
  }

  private void replace(Draft draft, MapProfile map, Situation situation) {
    boolean readMostly = map.operations().readRatio() >= situation.limit(MIN_READ_RATIO);
    long largest = map.entries() / Math.max(1, map.instances().alive());
    if (readMostly && largest <= situation.limit(MAX_COPIED_ENTRIES)) {
      draft.replacement("safe-copy", "java.util.Map.copyOf", "SwappedCopy");
      draft.caveat(
          "each write copies the map: after a burst of writes measure again, kafka#369 had to go"
              + " back");
    } else {
      ConcurrentForm.advise(draft, map);
    }
  }

  private static void caveats(Draft draft, MapProfile map, LockDetail lock, Situation situation) {
    draft.caveat(
        "the lock may keep more than this map consistent: what must change together with it needs"
            + " one atomic operation, or the lock");
    draft.caveatIf(
        lock.className().contains("ReadWriteLock") && map.operations().readRatio() > 0.5,
        "readers of a read/write lock wait for each other on its counter, so that lock is no"
            + " remedy");
    double ownSeconds = map.operations().total() * PLAIN_OPERATION_SECONDS;
    draft.caveatIf(
        ownSeconds < LITTLE * situation.seconds(),
        "the map's own operations take little of the time that threads wait: something slow is"
            + " done under the lock, which should move out of it");
  }
}
