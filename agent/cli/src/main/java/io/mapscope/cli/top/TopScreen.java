package io.mapscope.cli.top;

import io.mapscope.profile.Finding;
import io.mapscope.profile.Report;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Printable;
import io.mapscope.report.Findings;
import io.mapscope.report.TextReport;
import java.util.ArrayList;
import java.util.List;

/** Renders the state as lines that fit a screen. */
final class TopScreen {
  private static final int FRAME_LINES = 4;
  private static final String HELP =
      "q quit  enter detail  p pause  / filter  sort: o ops r read b blocked e entries"
          + " f findings n name";
  private static final String DETAIL_HELP = "esc back  up/down scroll  q quit";

  /**
   * What is on the screen.
   *
   * @param highlighted index of the line of the chosen map, or -1
   */
  record Lines(List<String> lines, int highlighted) {}

  private final int columns;
  private final int rows;

  TopScreen(int columns, int rows) {
    this.columns = Math.max(40, columns);
    this.rows = Math.max(FRAME_LINES + 1, rows);
  }

  Lines render(TopState state) {
    Report report = state.report();
    if (report == null) {
      return new Lines(List.of("waiting for the first figures of " + state.jvm()), -1);
    }
    List<TopRow> shown = state.rows();
    return state.isDetail() && state.selected() < shown.size()
        ? detail(state, report, shown.get(state.selected()))
        : table(state, report, shown);
  }

  private Lines table(TopState state, Report report, List<TopRow> shown) {
    List<String> lines = new ArrayList<>();
    lines.add(cut(title(state, report)));
    lines.add(cut(summary(state, report, shown)));
    TopTable table = new TopTable(columns);
    lines.add(table.heading(state.sort()));
    int room = rows - FRAME_LINES;
    int first = Math.max(0, Math.min(state.selected() - room + 1, shown.size() - room));
    for (TopRow row : shown.subList(first, Math.min(shown.size(), first + room))) {
      lines.add(table.line(row));
    }
    int highlighted = shown.isEmpty() ? -1 : FRAME_LINES - 1 + state.selected() - first;
    while (lines.size() < rows - 1) {
      lines.add("");
    }
    lines.add(cut(HELP));
    return new Lines(lines, highlighted);
  }

  private static String title(TopState state, Report report) {
    return "mapscope top  "
        + Printable.of(state.jvm())
        + "  up "
        + Figures.duration(report.durationSeconds())
        + "  "
        + report.generatedAt()
        + (state.isPaused() ? "  PAUSED" : "");
  }

  private static String summary(TopState state, Report report, List<TopRow> shown) {
    double total = shown.stream().mapToDouble(TopRow::operationsPerSecond).sum();
    String filter =
        state.isFiltering() || !state.filter().isEmpty()
            ? "  filter: " + Printable.of(state.filter()) + (state.isFiltering() ? "_" : "")
            : "";
    return Figures.counted(shown.size(), "site")
        + "  "
        + Figures.rate(total)
        + " ops/s  "
        + (report.findings().isEmpty() ? "no findings" : Findings.counts(report.findings()))
        + filter;
  }

  /** The map's own section of the text report. */
  private Lines detail(TopState state, Report report, TopRow row) {
    List<Finding> findings = row.findings();
    Report one =
        new Report(
            report.generatedAt(),
            report.durationSeconds(),
            report.jvm(),
            report.agent(),
            List.of(row.map()),
            findings);
    List<String> text = TextReport.render(one).lines().map(this::cut).toList();
    int room = rows - 1;
    int first = Math.max(0, Math.min(state.scroll(), text.size() - room));
    List<String> lines = new ArrayList<>(text.subList(first, Math.min(text.size(), first + room)));
    while (lines.size() < room) {
      lines.add("");
    }
    lines.add(cut(DETAIL_HELP));
    return new Lines(lines, -1);
  }

  private String cut(String line) {
    return line.length() > columns ? line.substring(0, columns) : line;
  }
}
