package io.mapscope.corpus.programs.resizechurn;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.HashMap;
import java.util.Map;

/**
 * A HashMap of 200 columns per row, made at its default size and grown five times for each.
 *
 * <p>The agent sees thousands of maps of one line, all of which end at the same size, and the
 * tables they outgrew. The fixed form makes them large enough at once.
 */
@Label(
    name = "row-mapper",
    rules = "resize-churn",
    map = "row()",
    source = "kafka#7164, elasticsearch#27516")
public final class RowMapper implements CorpusProgram {
  private static final int COLUMNS = 200;

  private final String[] columns = new String[COLUMNS];

  @Override
  public void run(boolean fixed, Deadline deadline) {
    for (int i = 0; i < COLUMNS; i++) {
      columns[i] = "column_" + i;
    }
    while (!deadline.passed()) {
      Results.use((fixed ? presizedRow() : row()).size());
    }
  }

  private Map<String, String> row() {
    final Map<String, String> row = new HashMap<>();
    return fill(row);
  }

  private Map<String, String> presizedRow() {
    final Map<String, String> row = new HashMap<>((int) Math.ceil(COLUMNS / 0.75));
    return fill(row);
  }

  private Map<String, String> fill(Map<String, String> row) {
    for (final String column : columns) {
      row.put(column, "value");
    }
    return row;
  }
}
