package io.mapscope.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of cells in aligned columns. Columns are as wide as their widest cell; when a line would be
 * too wide, the elastic columns give way and their cells are cut. One column at least is elastic.
 */
final class Table {

  /** How the cells of a column stand. */
  enum Align {
    LEFT,
    RIGHT,
    /** To the left, becomes narrower when a line would be too wide. */
    ELASTIC
  }

  private static final String SEPARATOR = "  ";

  /** The most elastic column stays this wide. */
  private static final int LEAST_COLUMNS = 10;

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  Table(List<Align> columns) {
    this.columns = columns;
  }

  /** Adds a row with a cell for each column. */
  void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "expected " + columns.size() + " cells, got " + cells.size());
    }
    rows.add(List.copyOf(cells));
  }

  /** The lines of the table, each with {@code indent} before it and no space at its end. */
  List<String> lines(String indent) {
    int[] widths = widths(Width.LINE_COLUMNS - Width.of(indent));
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < columns.size(); i++) {
        line.append(i == 0 ? "" : SEPARATOR).append(cell(i, row.get(i), widths[i]));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private String cell(int column, String text, int width) {
    String cut = Width.cut(text, width);
    return columns.get(column) == Align.RIGHT
        ? Width.padLeft(cut, width)
        : Width.padRight(cut, width);
  }

  private int[] widths(int available) {
    int[] widths = new int[columns.size()];
    int total = SEPARATOR.length() * (columns.size() - 1);
    for (int i = 0; i < widths.length; i++) {
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Width.of(row.get(i)));
      }
      total += widths[i];
    }
    for (int excess = total - available; excess > 0; excess--) {
      widths[widestElastic(widths)]--;
    }
    return widths;
  }

  private int widestElastic(int[] widths) {
    int widest = columns.indexOf(Align.ELASTIC);
    for (int i = 0; i < widths.length; i++) {
      if (columns.get(i) == Align.ELASTIC && widths[i] > widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }
}
