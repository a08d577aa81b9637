package io.mapscope.corpus.score;

import io.mapscope.corpus.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One observation held against the label.
 *
 * <p>A false alarm is a finding of warning or above that the label does not bear out: on a healthy
 * or fixed form, on another map than the one labelled, or by a rule that the label does not name.
 * In a fixed form the labelled rules are false alarms even as information, on whatever map: the
 * form is the advised one.
 *
 * @param of the case
 * @param found expected rules that were found
 * @param missed expected rules that were not; all of them when the run failed
 * @param falseAlarms findings that are wrong
 * @param remarks findings of information that no label asked for; they count neither way
 * @param failure why the run does not count, or null
 */
record Judgement(
    Case of,
    List<String> found,
    List<String> missed,
    List<Observed> falseAlarms,
    List<Observed> remarks,
    @Nullable String failure) {

  static Judgement of(Case run, Observation observation) {
    final List<String> expected =
        run.form() == Form.BROKEN ? run.entry().rules() : List.<String>of();
    final TreeSet<String> found = new TreeSet<>();
    final List<Observed> falseAlarms = new ArrayList<>();
    final List<Observed> remarks = new ArrayList<>();
    for (final Observed finding : observation.findings()) {
      if (isTrue(run, finding, expected)) {
        found.add(finding.rule());
      } else if (isFalse(run, finding)) {
        falseAlarms.add(finding);
      } else {
        remarks.add(finding);
      }
    }
    found.retainAll(expected);
    final List<String> counted = observation.failure() == null ? List.copyOf(found) : List.of();
    final List<String> missed = expected.stream().filter(rule -> !counted.contains(rule)).toList();
    return new Judgement(run, counted, missed, falseAlarms, remarks, observation.failure());
  }

  private static boolean isTrue(Case run, Observed finding, List<String> expected) {
    final Entry entry = run.entry();
    return run.form() == Form.BROKEN
        && finding.isAbout(entry.map())
        && (expected.contains(finding.rule()) || entry.also().contains(finding.rule()));
  }

  private static boolean isFalse(Case run, Observed finding) {
    final Entry entry = run.entry();
    final boolean advisedAgain = run.form() == Form.FIXED && entry.rules().contains(finding.rule());
    return finding.alarming() || advisedAgain;
  }

  /** Whether there is nothing to repair. */
  boolean good() {
    return failure == null && missed.isEmpty() && falseAlarms.isEmpty();
  }
}
