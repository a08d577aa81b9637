package io.mapscope.cli.top;

import io.mapscope.profile.Finding;
import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Names;
import io.mapscope.profile.text.Printable;
import java.util.List;
import java.util.Locale;

/** The live table as lines of text, as wide as they may be. */
final class TopTable {
  private static final String FORMAT = "%9s %6s %8s %8s  ";
  private static final int NAME_SHARE = 2;
  private static final int LEAST_NAME = 20;
  private static final int CLASS_COLUMNS = 24;

  private final int columns;
  private final int nameColumns;

  TopTable(int columns) {
    this.columns = columns;
    int figures = String.format(FORMAT, "", "", "", "").length();
    nameColumns = Math.max(LEAST_NAME, (columns - figures - CLASS_COLUMNS - 2) * NAME_SHARE / 3);
  }

  /** The headings, the sorted column marked. */
  String heading(SortKey sorted) {
    String line =
        figures("OPS/S", "READ", "BLOCKED", "ENTRIES")
            + pad("MAP", nameColumns)
            + "  "
            + pad("CLASS", CLASS_COLUMNS)
            + "  FINDINGS ";
    return cut(line.replace(sorted.column() + " ", sorted.column() + "*"));
  }

  String line(TopRow row) {
    return cut(
        figures(
                Figures.rate(row.operationsPerSecond()),
                Double.isNaN(row.readRatio()) ? "-" : Figures.percent(row.readRatio()),
                Double.isNaN(row.blockedRatio()) ? "-" : Figures.finePercent(row.blockedRatio()),
                Figures.count(row.map().entries()))
            + pad(Names.map(row.map()), nameColumns)
            + "  "
            + pad(Names.mapClass(row.map()), CLASS_COLUMNS)
            + "  "
            + findings(row.findings()));
  }

  private static String findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    Finding first = findings.get(0);
    String more = findings.size() > 1 ? " +" + (findings.size() - 1) : "";
    return first.severity().jsonName() + " " + Printable.of(first.rule()) + more;
  }

  private static String figures(String operations, String read, String blocked, String entries) {
    return String.format(Locale.ROOT, FORMAT, operations, read, blocked, entries);
  }

  private static String pad(String text, int width) {
    return text.length() > width
        ? text.substring(0, width - 1) + "~"
        : text + " ".repeat(width - text.length());
  }

  private String cut(String line) {
    String stripped = line.stripTrailing();
    return stripped.length() > columns ? stripped.substring(0, columns) : stripped;
  }
}
