package io.mapscope.corpus.programs.needlessconcurrency;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Bind variables of a batch job in a synchronizedMap, although the job is one thread.
 *
 * <p>The agent sees one thread only, which takes the wrapper's lock for every access. The fixed
 * form leaves the wrapper away.
 */
@Label(
    name = "statement-builder",
    rules = "needless-concurrency",
    map = "valueByVariable",
    source = "rules.md, needless-concurrency: synchronized map of one thread")
public final class StatementBuilder implements CorpusProgram {
  private static final int VARIABLES = 50;

  private Map<Integer, String> valueByVariable = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) {
    valueByVariable = fixed ? new HashMap<>() : Collections.synchronizedMap(new HashMap<>());
    while (!deadline.passed()) {
      for (int variable = 0; variable < VARIABLES; variable++) {
        valueByVariable.put(variable, "value");
      }
      for (int variable = 0; variable < VARIABLES; variable++) {
        valueByVariable.get(variable);
      }
    }
  }
}
