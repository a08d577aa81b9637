package io.mapscope.report;

import io.mapscope.profile.Finding;
import io.mapscope.profile.MapProfile;
import io.mapscope.profile.Report;
import io.mapscope.profile.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The report for people: the findings, what else is wrong, the maps ranked by traffic and by cost,
 * the busiest and dearest of them in detail, the agent's own account.
 *
 * <p>Plain text of at most {@value Width#LINE_COLUMNS} columns. Counts are rounded to three digits
 * and names may be cut; the JSON report has all of it.
 */
public final class TextReport {

  /** Maps in the table; the rest is summed up in one row. */
  static final int TABLE_ROWS = 40;

  /** Maps shown in detail; those that were misused and the dearest come on top of that. */
  static final int DETAILED_MAPS = 10;

  private static final Comparator<MapProfile> BY_TRAFFIC =
      Comparator.comparingLong((MapProfile map) -> map.operations().total())
          .reversed()
          .thenComparing(MapProfile::id);

  private TextReport() {}

  /** The text of {@code report}, ended by a line feed. */
  public static String render(Report report) {
    List<MapProfile> ranked = report.maps().stream().sorted(BY_TRAFFIC).toList();
    List<String> lines = new ArrayList<>(Heading.lines(report));
    addSection(lines, Findings.lines(report));
    Set<String> told = mapsOfFindings(report);
    addSection(
        lines, WrongUse.lines(ranked.stream().filter(map -> !told.contains(map.id())).toList()));
    addSection(lines, TrafficTable.lines(ranked, report.durationSeconds()));
    addSection(lines, CostTable.lines(ranked, report.durationSeconds()));
    addSection(lines, details(ranked, told, report.durationSeconds()));
    addSection(lines, AgentAccount.lines(report.agent()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> details(
      List<MapProfile> ranked, Set<String> told, double observedSeconds) {
    List<String> lines = new ArrayList<>();
    List<Integer> dearest = CostTable.dearest(ranked, observedSeconds);
    for (int i = 0; i < ranked.size(); i++) {
      MapProfile map = ranked.get(i);
      boolean busy = i < DETAILED_MAPS && map.operations().total() > 0;
      boolean wrong = told.contains(map.id()) || WrongUse.isWrong(map);
      if (busy || wrong || dearest.contains(i)) {
        addSection(lines, new MapDetail(i + 1, map, observedSeconds).lines());
      }
    }
    return lines;
  }

  /** Ids of the maps that a finding of weight is about: what is wrong with them is told there. */
  private static Set<String> mapsOfFindings(Report report) {
    return report.findings().stream()
        .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
        .map(Finding::map)
        .collect(Collectors.toSet());
  }

  private static void addSection(List<String> lines, List<String> section) {
    if (!lines.isEmpty() && !section.isEmpty()) {
      lines.add("");
    }
    lines.addAll(section);
  }
}
