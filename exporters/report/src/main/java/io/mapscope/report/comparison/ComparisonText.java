package io.mapscope.report.comparison;

import io.mapscope.profile.MapProfile;
import io.mapscope.profile.OperationCounts;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.Paragraph;
import io.mapscope.report.comparison.Change.Verdict;
import io.mapscope.report.comparison.Comparison.MapChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison for people, as plain text. */
public final class ComparisonText {

  private static final int COLUMNS = 120;
  private static final String INDENT = "  ";
  private static final String DEEPER = "      ";

  /** Changes told of each verdict; the rest is counted. */
  private static final int SHOWN = 40;

  private ComparisonText() {}

  /** The text of {@code comparison}, ended by a line feed. */
  public static String render(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add("Mapscope comparison");
    lines.add(INDENT + "before  " + run(comparison.before()));
    lines.add(INDENT + "after   " + run(comparison.after()));
    findings(comparison, lines);
    changes("Got worse", comparison.changes(Verdict.WORSE), lines);
    changes("Got better", comparison.changes(Verdict.BETTER), lines);
    lines.add("");
    int same = comparison.changes(Verdict.WITHIN_NOISE).size();
    lines.add(
        Figures.counted(same, "other figure")
            + " changed no more than by chance, or by less than "
            + Figures.percent(Change.LEAST_RATIO));
    return String.join("\n", lines) + "\n";
  }

  /** {@code com.acme.Main, 30.1 s, 1.31 M operations, 43.6 K /s}. */
  private static String run(Report report) {
    long operations =
        report.maps().stream()
            .map(MapProfile::operations)
            .reduce(OperationCounts.zero(), OperationCounts::plus)
            .total();
    return Printable.of(report.jvm().mainClass())
        + ", "
        + Figures.duration(report.durationSeconds())
        + ", "
        + Figures.counted(operations, "operation")
        + Figures.rateBehind(operations, report.durationSeconds());
  }

  private static void findings(Comparison comparison, List<String> lines) {
    lines.add("");
    lines.add(comparison.findings().isEmpty() ? "No findings before or after" : "Findings");
    for (FindingChange change : comparison.findings()) {
      String head = INDENT + String.format(Locale.ROOT, "%-13s ", words(change.state()));
      String severity = change.latest().severity().jsonName();
      String text = severity + ": " + Printable.of(change.latest().title());
      lines.addAll(Paragraph.lines(head, DEEPER, text, COLUMNS));
    }
  }

  private static String words(FindingChange.State state) {
    return state == FindingChange.State.NOT_EXERCISED ? "not exercised" : state.jsonName();
  }

  private static void changes(String title, List<MapChange> changes, List<String> lines) {
    if (changes.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title);
    for (MapChange one : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      lines.addAll(Paragraph.lines(INDENT, DEEPER, change(one), COLUMNS));
    }
    if (changes.size() > SHOWN) {
      lines.add(INDENT + "(" + (changes.size() - SHOWN) + " more in the JSON report)");
    }
  }

  private static String change(MapChange one) {
    Change change = one.change();
    Measure measure = change.measure();
    return one.map().name()
        + " ("
        + one.map().mapClass()
        + "): "
        + measure.words()
        + " "
        + measure.text(change.before())
        + " -> "
        + measure.text(change.after())
        + ", by chance at most "
        + Figures.percent(Math.min(1, change.noiseRatio()));
  }
}
