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
import io.mapscope.profile.text.Figures;
import java.util.List;

/**
 * A map that is asked for its size all the time where that is no mere field: a ConcurrentHashMap
 * whose counter writers have split into cells, or a synchronized map whose lock threads wait for.
 * (ConcurrentSkipListMap has a counter like it since JDK 9; before, size() walked all entries.)
 */
public final class SizeOnHotPath implements Rule {

  private static final String ID = "size-on-hot-path";

  private static final Threshold MIN_RATIO =
      new Threshold(
          ID,
          "min-size-ratio",
          0.25,
          Unit.RATIO,
          "one operation in four: more often than once per change that could need a limit checked"
              + " together with a look-up and a write");

  private static final Threshold MIN_RATE =
      new Threshold(
          ID,
          "min-size-calls-per-second",
          10_000,
          Unit.PER_SECOND,
          "reading cells that others write to takes some 100 ns each time: from a thousandth of a"
              + " processor on");

  private static final Threshold MIN_BLOCKED_THREADS =
      new Threshold(
          ID,
          "min-blocked-threads",
          0.1,
          Unit.THREADS,
          "where the map has a lock, a tenth of one thread's time spent waiting for it, as with"
              + " lock-contended-map: without waits the lock costs as little as the counter");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return "the size is asked for all the time where that is not free";
  }

  @Override
  public List<Severity> severities() {
    return List.of(Severity.INFO);
  }

  @Override
  public List<String> sources() {
    return List.of(
        "java.util.concurrent.ConcurrentHashMap: sumCount adds up one cell per contending processor",
        "https://bugs.openjdk.org/browse/JDK-8186266: ConcurrentSkipListMap counts since JDK 9",
        "https://github.com/apache/kafka/pull/7164");
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(MIN_RATIO, MIN_RATE, MIN_BLOCKED_THREADS);
  }

  @Override
  public List<Fact> needs() {
    return List.of(Fact.CONTENTION);
  }

  @Override
  public boolean concerns(MapProfile map) {
    return MapKind.ofBase(map) == MapKind.CONCURRENT_HASH || MapKind.takesItsOwnMonitor(map);
  }

  @Override
  public Verdict judge(MapProfile map, Situation situation) {
    long calls = map.operations().get(Operation.SIZE);
    long all = map.operations().total();
    double limit = situation.limit(MIN_RATIO);
    if (calls < limit * all
        || calls == 0
        || situation.perSecond(calls) < situation.limit(MIN_RATE)
        || !isDear(map, situation)) {
      return Verdict.silent();
    }
    boolean locked = MapKind.takesItsOwnMonitor(map);
    return Draft.of(this, map, Severity.INFO)
        .title(
            "its size is asked for by "
                + Figures.share((double) calls, (double) all)
                + " of the operations")
        .explanation(explanation(map, calls, locked, situation))
        .confidence(
            Statistics.shareIsAbove(
                limit, Completeness.seen(map, calls), Completeness.seen(map, all)))
        .evidence("sizeCalls", calls)
        .evidence("sizeRatio", (double) calls / all)
        .evidence("sizeCallsPerSecond", situation.perSecond(calls))
        .evidence("counterCollisions", Waiting.contention(map).counterCollisions())
        .evidence("writingThreads", map.threads().writers())
        .replacement("counter", "java.util.concurrent.atomic.AtomicInteger", "OwnCounter")
        .caveat("the own counter must be changed where entries come and go, and nowhere else")
        .caveat("size() of a concurrent map is past when it returns: no limit is kept by asking it")
        .found();
  }

  private static boolean isDear(MapProfile map, Situation situation) {
    return MapKind.takesItsOwnMonitor(map)
        ? situation.threads(Waiting.monitor(map).nanos()) >= situation.limit(MIN_BLOCKED_THREADS)
        : Waiting.contention(map).counterCollisions() > 0 && map.threads().writers() > 1;
  }

  private static String explanation(
      MapProfile map, long calls, boolean locked, Situation situation) {
    return Words.map(map)
        + " was asked for its size "
        + Figures.counted(calls, "time")
        + ", "
        + Figures.rate(situation.perSecond(calls))
        + " in a second, "
        + Figures.share((double) calls, (double) map.operations().total())
        + " of all operations. "
        + (locked
            ? "Each call takes the lock that threads wait for."
            : "Its "
                + map.threads().writers()
                + " writing threads have split the counter into cells, which each call adds up.");
  }
}
