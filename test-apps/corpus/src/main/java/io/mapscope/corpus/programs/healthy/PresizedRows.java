package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows in HashMaps that are made large enough, local to one thread and dropped.
 *
 * <p>Many maps of one line, no resize, no other thread.
 */
@Label(name = "healthy-presized-rows", source = "rules.md, healthy forms")
public final class PresizedRows implements CorpusProgram {
  private static final int COLUMNS = 40;

  @Override
  public void run(boolean fixed, Deadline deadline) {
    while (!deadline.passed()) {
      Results.use(row().size());
    }
  }

  private static Map<Integer, String> row() {
    final Map<Integer, String> row = new HashMap<>((int) Math.ceil(COLUMNS / 0.75));
    for (int column = 0; column < COLUMNS; column++) {
      row.put(column, "value");
    }
    return row;
  }
}
