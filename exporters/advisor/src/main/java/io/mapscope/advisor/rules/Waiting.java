package io.mapscope.advisor.rules;

import io.mapscope.advisor.Draft;
import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.profile.Attribution;
import io.mapscope.profile.Certainty;
import io.mapscope.profile.Contention;
import io.mapscope.profile.LockWaits;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Waits;
import io.mapscope.profile.text.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Time that threads spent waiting, and when it is worth a finding. */
final class Waiting {

  /** Attributions that are concluded from traces that agree; a doubt is left. */
  private static final double LIKELY = 0.9;

  /** Attributions of waits that other maps could have caused as well. */
  private static final double POSSIBLE = 0.5;

  private Waiting() {}

  /** From which part of a thread's time on waiting is worth a warning. */
  private static Threshold minBlockedThreads(String rule) {
    return new Threshold(
        rule,
        "min-blocked-threads",
        0.05,
        Unit.THREADS,
        "a twentieth of one thread's time, which is about what whole programs gain from better"
            + " collections (Artemis 4.8 %, Cres 8.1 %); less is lost in the noise of a service");
  }

  /** How many waits make their sum trustworthy. */
  private static Threshold minWaits(String rule) {
    return new Threshold(
        rule,
        "min-waits",
        10,
        Unit.COUNT,
        "fewer do not tell a habit from an accident, however long they were");
  }

  /** How long a JVM must have run before its waits are judged. */
  private static Threshold minSeconds(String rule) {
    return new Threshold(
        rule,
        "min-seconds",
        3,
        Unit.SECONDS,
        "while a JVM starts, class loading and cold code make threads queue that never do later");
  }

  /** How sure it must be that the waiting goes on as it was seen. */
  private static Threshold minCertainty(String rule) {
    return new Threshold(
        rule,
        "min-certainty",
        0.95,
        Unit.RATIO,
        "the usual level: the sum of n waits in a queue has the relative deviation sqrt(2 / n)");
  }

  /** The thresholds of a rule about waiting. */
  static List<Threshold> thresholds(String rule) {
    return List.of(minBlockedThreads(rule), minWaits(rule), minSeconds(rule), minCertainty(rule));
  }

  /**
   * What can be said about {@code waits} so far: null when threads certainly lose more time than
   * the threshold, otherwise the verdict.
   */
  static @Nullable Verdict acquitted(Rule rule, MapProfile map, Waits waits, Situation situation) {
    String id = rule.id();
    double limit = situation.limit(minBlockedThreads(id));
    if (waits.count() == 0 || situation.threads(waits.nanos()) < limit) {
      return Verdict.silent();
    }
    if (situation.seconds() < situation.limit(minSeconds(id))) {
      return Verdict.notEnough("observed for " + Figures.duration(situation.seconds()) + " only");
    }
    if (waits.count() < situation.limit(minWaits(id))) {
      return Verdict.notEnough(Figures.counted(waits.count(), "wait") + " only");
    }
    if (goesOn(map, waits, limit, situation) < situation.limit(minCertainty(id))) {
      return Verdict.notEnough(
          Figures.counted(waits.count(), "wait") + " so near the threshold may be chance");
    }
    return null;
  }

  /** Waits for monitors; none when they were not recorded. */
  static Waits monitor(MapProfile map) {
    @Nullable Waits waits = contention(map).monitor();
    return waits == null ? new Waits(0, 0) : waits;
  }

  /** The contention of a map whose rule needs it. */
  static Contention contention(MapProfile map) {
    return Objects.requireNonNull(map.facts().contention(), "contention");
  }

  /** All waits for the map and the locks around it. */
  static Waits all(MapProfile map) {
    return new Waits(contention(map).count(), contention(map).nanos());
  }

  /** Waits for locks that are neither the map nor in it. */
  static Waits foreignLocks(MapProfile map) {
    @Nullable LockWaits lock = contention(map).lock();
    return lock == null ? new Waits(0, 0) : new Waits(lock.count(), lock.nanos());
  }

  /**
   * How sure it is that threads lose more time in {@code waits} than the threshold says: the sum is
   * an estimate of what goes on, and some waits were attributed to the map by inference.
   */
  static double confidence(Rule rule, MapProfile map, Waits waits, Situation situation) {
    double limit = situation.limit(minBlockedThreads(rule.id()));
    return goesOn(map, waits, limit, situation) * certainty(contention(map));
  }

  /** The part of a thread's time lost, the number of waits and their sum. */
  static Draft evidence(Draft draft, Waits waits, Situation situation) {
    double threads = situation.threads(waits.nanos());
    return draft
        .threadsLost(threads)
        .evidence("blockedNanos", waits.nanos())
        .evidence("waits", waits.count())
        .evidence("blockedThreads", threads);
  }

  private static double goesOn(MapProfile map, Waits waits, double limit, Situation situation) {
    return Statistics.sumIsAbove(
        limit, situation.threads(waits.nanos()), waits.count() * Completeness.ofRareFacts(map));
  }

  /** Mean certainty of the attributions, by blocked time; 1 when there are none. */
  private static double certainty(Contention contention) {
    double nanos = 0;
    double certain = 0;
    for (Attribution attribution : contention.attributions()) {
      nanos += attribution.nanos();
      certain += attribution.nanos() * weight(attribution.certainty());
    }
    return nanos == 0 ? 1 : certain / nanos;
  }

  private static double weight(Certainty certainty) {
    return switch (certainty) {
      case CERTAIN -> 1;
      case LIKELY -> LIKELY;
      case POSSIBLE -> POSSIBLE;
    };
  }

  /** {@code Within 30.1 s threads were blocked for 2.31 s, 1204 waits of 1.92 ms on average,}. */
  static String words(Waits waits, Situation situation) {
    return "Within "
        + Figures.duration(situation.seconds())
        + " threads were blocked for "
        + Figures.nanos(waits.nanos())
        + ", "
        + Figures.counted(waits.count(), "wait")
        + " of "
        + Figures.nanos(waits.nanos() / Math.max(1, waits.count()))
        + " on average,";
  }
}
