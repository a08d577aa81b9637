package io.mapscope.report;

import io.mapscope.profile.text.Figures;
import io.mapscope.profile.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** The lines about one map or finding: a label in a column of its own, what it says beside it. */
final class DetailLines {

  static final String INDENT = "    ";

  private static final int LABEL_COLUMNS = 12;
  private static final String BESIDE = INDENT + " ".repeat(LABEL_COLUMNS);

  private final List<String> lines = new ArrayList<>();
  private final int columns;
  private final Style style;

  /** As wide as a report, without colours. */
  DetailLines() {
    this(Width.LINE_COLUMNS, Style.PLAIN);
  }

  DetailLines(int columns, Style style) {
    this.columns = columns;
    this.style = style;
  }

  /** The line above all others. */
  void title(String rank, String text) {
    lines.addAll(Paragraph.lines(rank, INDENT, text, columns));
  }

  /** Text of the observed program or of ours; made printable here, broken where it is too long. */
  void add(String label, String text) {
    String first = first(label);
    List<String> paragraph = Paragraph.lines(first, BESIDE, Printable.of(text), columns);
    lines.add(styled(first, paragraph.get(0)));
    lines.addAll(paragraph.subList(1, paragraph.size()));
  }

  private String styled(String first, String line) {
    boolean saysNothing = first.isBlank() || line.length() < first.length();
    return saysNothing ? line : style.label(first) + line.substring(first.length());
  }

  /** Rows whose cells are printable already. */
  void add(String label, Table table) {
    List<String> rows = table.lines(BESIDE);
    lines.add(first(label) + rows.get(0).substring(BESIDE.length()));
    lines.addAll(rows.subList(1, rows.size()));
  }

  /** Whether there is room for tables, which are made for the width of a report. */
  boolean holdsTables() {
    return columns >= Width.LINE_COLUMNS;
  }

  /** The first {@code shown} of {@code frames}, one below the other. */
  void stack(String label, List<String> frames, int shown) {
    String next = label;
    for (String frame : frames.subList(0, Math.min(shown, frames.size()))) {
      add(next, frame);
      next = "";
    }
    if (frames.size() > shown) {
      add("", "(" + Figures.counted(frames.size() - shown, "more frame") + ")");
    }
  }

  List<String> lines() {
    return lines;
  }

  private static String first(String label) {
    return INDENT + Width.padRight(label, LABEL_COLUMNS);
  }
}
