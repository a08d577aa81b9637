package io.mapscope.corpus.score;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints a score for people: one line per rule, then what is to be repaired. */
final class ScoreTable {
  private static final String ROW = "%-26s %9s %6s %7s %13s %10s %7s%n";

  private final PrintWriter out;

  ScoreTable(PrintWriter out) {
    this.out = out;
  }

  void print(Score score) {
    out.printf(ROW, "RULE", "EXPECTED", "FOUND", "MISSED", "FALSE ALARMS", "PRECISION", "RECALL");
    score.byRule().forEach(this::row);
    row("all", score.overall());
    final List<Judgement> all = score.judgements();
    out.printf(
        "%d runs (%d broken, %d fixed, %d healthy), %d failed, %d remarks of information%n",
        all.size(),
        count(all, Form.BROKEN),
        count(all, Form.FIXED),
        count(all, Form.HEALTHY),
        score.failures(),
        all.stream().mapToInt(judgement -> judgement.remarks().size()).sum());
    score.bad().forEach(this::describe);
    out.flush();
  }

  private static long count(List<Judgement> judgements, Form form) {
    return judgements.stream().filter(judgement -> judgement.of().form() == form).count();
  }

  private void row(String rule, Tally tally) {
    out.printf(
        ROW,
        rule,
        tally.expected(),
        tally.found(),
        tally.missed(),
        tally.falseAlarms(),
        ratio(tally.precision()),
        ratio(tally.recall()));
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void describe(Judgement judgement) {
    out.println();
    out.println(judgement.of().title());
    if (judgement.failure() != null) {
      out.println("  failed: " + judgement.failure());
    }
    judgement
        .missed()
        .forEach(rule -> out.println("  missed: " + rule + " on " + judgement.of().entry().map()));
    judgement.falseAlarms().forEach(alarm -> out.println("  false alarm: " + alarm.text()));
  }
}
