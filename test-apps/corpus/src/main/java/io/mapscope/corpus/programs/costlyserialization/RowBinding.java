package io.mapscope.corpus.programs.costlyserialization;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Rows bound to records through Jackson's {@code convertValue}, which writes each map into tokens
 * and reads the tokens back.
 *
 * <p>The agent sees a conversion per row, and what it takes of time and allocation. The fixed form
 * reads the three values it needs out of the map.
 */
@Label(
    name = "row-binding",
    rules = "costly-serialization",
    map = "row()",
    source = "seed scenario: record/map conversion")
public final class RowBinding implements CorpusProgram {
  private final ObjectMapper mapper = new ObjectMapper();

  /** An order, bound from a row. */
  public record Order(String customer, int articles, int cents) {}

  @Override
  public void run(boolean fixed, Deadline deadline) {
    while (!deadline.passed()) {
      final Map<String, Object> row = row();
      Results.use((fixed ? read(row) : convert(row)).cents());
    }
  }

  private static Map<String, Object> row() {
    final Map<String, Object> row = new HashMap<>();
    row.put("customer", "customer-" + ThreadLocalRandom.current().nextInt(1_000));
    row.put("articles", ThreadLocalRandom.current().nextInt(10));
    row.put("cents", ThreadLocalRandom.current().nextInt(10_000));
    return row;
  }

  private Order convert(Map<String, Object> row) {
    return mapper.convertValue(row, Order.class);
  }

  private static Order read(Map<String, Object> row) {
    return new Order(
        (String) Objects.requireNonNull(row.get("customer")),
        (Integer) Objects.requireNonNull(row.get("articles")),
        (Integer) Objects.requireNonNull(row.get("cents")));
  }
}
