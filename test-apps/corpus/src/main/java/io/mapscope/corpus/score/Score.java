package io.mapscope.corpus.score;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All judgements, counted.
 *
 * @param byRule counts per rule, in the order of their names
 */
record Score(List<Judgement> judgements, SortedMap<String, Tally> byRule) {
  /** Share of labels that must be found at least. */
  static final double GOAL_RECALL = 0.95;

  static Score of(List<Judgement> judgements) {
    final SortedMap<String, Tally> byRule = new TreeMap<>();
    for (final Judgement judgement : judgements) {
      judgement.found().forEach(rule -> add(byRule, rule, new Tally(1, 1, 0)));
      judgement.missed().forEach(rule -> add(byRule, rule, new Tally(1, 0, 0)));
      judgement.falseAlarms().forEach(alarm -> add(byRule, alarm.rule(), new Tally(0, 0, 1)));
    }
    return new Score(List.copyOf(judgements), byRule);
  }

  private static void add(SortedMap<String, Tally> byRule, String rule, Tally more) {
    byRule.merge(rule, more, Tally::plus);
  }

  /** Counts over all rules. */
  Tally overall() {
    return byRule.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** Judgements with something to repair. */
  List<Judgement> bad() {
    return judgements.stream().filter(judgement -> !judgement.good()).toList();
  }

  /** How many runs do not count because program or agent failed. */
  long failures() {
    return judgements.stream().filter(judgement -> judgement.failure() != null).count();
  }

  /** No false alarm, no failed run, and recall as high as {@link #GOAL_RECALL}. */
  boolean reachesGoal() {
    final Tally all = overall();
    return failures() == 0 && all.falseAlarms() == 0 && all.recall() >= GOAL_RECALL;
  }
}
