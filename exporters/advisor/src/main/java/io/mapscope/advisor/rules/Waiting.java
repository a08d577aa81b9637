package io.mapscope.advisor.rules;

import io.mapscope.advisor.Rule;
import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.profile.Attribution;
import io.mapscope.profile.Certainty;
import io.mapscope.profile.Contention;
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
  static Threshold minBlockedThreads(String rule) {
    return new Threshold(
        rule,
        "min-blocked-threads",
        0.05,
        Unit.THREADS,
        "a twentieth of one thread's time: what whole programs gain from better collections lies"
            + " there (Artemis 4.8 %, Cres 8.1 %), and less is lost in the noise of a service");
  }

  /** How many waits make their sum trustworthy. */
  static Threshold minWaits(String rule) {
    return new Threshold(
        rule,
        "min-waits",
        30,
        Unit.COUNT,
        "the sum of n waits in a queue has the relative error sqrt(2 / n), a quarter here");
  }

  /** How long a JVM must have run before its waits are judged. */
  static Threshold minSeconds(String rule) {
    return new Threshold(
        rule,
        "min-seconds",
        3,
        Unit.SECONDS,
        "while a JVM starts, class loading and cold code make threads queue that never do later");
  }

  /** The three. */
  static List<Threshold> thresholds(String rule) {
    return List.of(minBlockedThreads(rule), minWaits(rule), minSeconds(rule));
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

  /**
   * How sure it is that threads lose {@code limit} threads' time or more in {@code waits}: the sum
   * is an estimate of what goes on, and some waits were attributed to the map by inference.
   */
  static double confidence(MapProfile map, Waits waits, double limit, Situation situation) {
    double blocked = situation.threads(waits.nanos());
    return Statistics.sumIsAbove(limit, blocked, waits.count() * map.coverage())
        * certainty(contention(map));
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

  /** {@code blocked for 2.31 s in all, 1204 waits of 1.92 ms each on average}. */
  static String words(Waits waits) {
    return "blocked for "
        + Figures.nanos(waits.nanos())
        + " in all, "
        + Figures.counted(waits.count(), "wait")
        + " of "
        + Figures.nanos(waits.nanos() / Math.max(1, waits.count()))
        + " on average";
  }

  /** What is missing for a verdict on {@code waits}, or null when nothing is. */
  static @Nullable String missing(Rule rule, Waits waits, Situation situation) {
    double least = situation.limit(minSeconds(rule.id()));
    if (situation.seconds() < least) {
      return "observed for " + Figures.duration(situation.seconds()) + " only";
    }
    if (waits.count() < situation.limit(minWaits(rule.id()))) {
      return Figures.counted(waits.count(), "wait") + " only";
    }
    return null;
  }
}
