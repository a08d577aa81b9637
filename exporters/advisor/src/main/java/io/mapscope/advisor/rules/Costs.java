package io.mapscope.advisor.rules;

import io.mapscope.advisor.Situation;
import io.mapscope.advisor.Statistics;
import io.mapscope.advisor.Threshold;
import io.mapscope.advisor.Threshold.Unit;
import io.mapscope.advisor.Verdict;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.text.Figures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time that work on whole maps takes, and which part of the process's work that is. */
final class Costs {

  /** Threads per processor beyond which more of them do not wait longer for one. */
  private static final double MOST_CROWDED = 8;

  private Costs() {}

  /** From which share of the process's CPU time on a cost is worth a warning. */
  private static Threshold minCpuShare(String rule) {
    return new Threshold(
        rule,
        "min-cpu-ratio",
        0.05,
        Unit.RATIO,
        "a twentieth of all CPU time: what whole programs gain from better collections lies there"
            + " (Artemis 4.8 %, Cres 8.1 %), and less is lost in the noise of a service");
  }

  /** From which absolute cost on a share of an idle process matters. */
  private static Threshold minThreads(String rule) {
    return new Threshold(
        rule,
        "min-threads",
        0.01,
        Unit.THREADS,
        "a hundredth of one thread's time; below, a large share only says that the process idles");
  }

  /** How often it must have happened for its sum to be trusted. */
  private static Threshold minCount(String rule) {
    return new Threshold(
        rule,
        "min-count",
        30,
        Unit.COUNT,
        "the sum of n durations of unequal length has the relative error sqrt(2 / n), a quarter"
            + " here; fewer belong to a start or to a job that is over");
  }

  /** How long a JVM must have run before its costs are judged. */
  private static Threshold minSeconds(String rule) {
    return new Threshold(
        rule,
        "min-seconds",
        5,
        Unit.SECONDS,
        "a start copies and writes what it never will again, and cold code is slow");
  }

  /** How sure it must be that the cost goes on as it was seen. */
  private static Threshold minCertainty(String rule) {
    return new Threshold(
        rule,
        "min-certainty",
        0.95,
        Unit.RATIO,
        "the usual level; nearer to the threshold the cost may be chance");
  }

  /** The thresholds of a rule about costs. */
  static List<Threshold> thresholds(String rule) {
    return List.of(
        minCpuShare(rule), minThreads(rule), minCount(rule), minSeconds(rule), minCertainty(rule));
  }

  /** How sure it is that {@code share}, seen on {@code count} occasions, is above the threshold. */
  static double confidence(String rule, double share, long count, Situation situation) {
    return Statistics.sumIsAbove(situation.limit(minCpuShare(rule)), share, count);
  }

  /**
   * What can be said about {@code nanos} spent on {@code count} occasions: null when they are
   * certainly a larger share of the process's CPU time than the threshold, otherwise the verdict.
   */
  static @Nullable Verdict acquitted(
      String rule, MapProfile map, long nanos, long count, Situation situation) {
    if (situation.threads(nanos) < situation.limit(minThreads(rule))) {
      return Verdict.silent();
    }
    @Nullable String missing = missing(rule, count, situation);
    if (missing != null) {
      return Verdict.notEnough(missing);
    }
    double share = cpuShare(map, nanos, situation);
    if (share < situation.limit(minCpuShare(rule))) {
      return Verdict.silent();
    }
    return confidence(rule, share, count, situation) < situation.limit(minCertainty(rule))
        ? Verdict.notEnough(Figures.percent(share) + " of the CPU time may be chance")
        : null;
  }

  /**
   * The share of the process's CPU time that {@code nanos} by the clock were, never too high: where
   * more threads used the map than there are processors, a part of the time went by waiting for
   * one. Negative when the CPU time is not known.
   */
  static double cpuShare(MapProfile map, long nanos, Situation situation) {
    long cpu = situation.jvm().cpuNanos();
    if (cpu <= 0) {
      return -1;
    }
    int threads = Math.max(map.threads().readers(), map.threads().writers());
    double crowded = (double) threads / Math.max(1, situation.cpus());
    double running = Math.max(1, Math.min(MOST_CROWDED, crowded));
    return Math.min(1, nanos / running / cpu);
  }

  /** What is missing for a verdict on {@code count} occasions, or null when nothing is. */
  private static @Nullable String missing(String rule, long count, Situation situation) {
    if (situation.seconds() < situation.limit(minSeconds(rule))) {
      return "observed for " + Figures.duration(situation.seconds()) + " only";
    }
    if (situation.jvm().cpuNanos() <= 0) {
      return "CPU time of the process not recorded";
    }
    if (count < situation.limit(minCount(rule))) {
      return Figures.counted(count, "occasion") + " only";
    }
    return null;
  }
}
