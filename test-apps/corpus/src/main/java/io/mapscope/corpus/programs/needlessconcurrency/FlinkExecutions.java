package io.mapscope.corpus.programs.needlessconcurrency;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Flink's executions of a job by attempt, as they were held: in a ConcurrentHashMap, although
 * everything that touches it runs in the job master's one main thread.
 *
 * <p>The agent sees one thread, for the map's whole life and over millions of operations. That is
 * an opportunity, not a fault. The fixed form is a HashMap, as was merged for three such fields.
 */
@Label(
    name = "flink-executions",
    rules = "needless-concurrency",
    map = "currentExecutions",
    source = "apache/flink#10112, #10101, #10102 (FLINK-14640)")
public final class FlinkExecutions implements CorpusProgram {
  private static final int PARALLELISM = 2_000;

  private Map<Long, Integer> currentExecutions = Map.of();
  private long attempts;

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    currentExecutions = fixed ? new HashMap<>() : new ConcurrentHashMap<>();
    Crew.work(deadline, 1, this::heartbeat);
  }

  /** One attempt is deployed, states of others are asked for, the oldest one ends. */
  private void heartbeat() {
    currentExecutions.put(attempts, (int) (attempts % PARALLELISM));
    for (int i = 0; i < 8; i++) {
      final long attempt = attempts - ThreadLocalRandom.current().nextInt(PARALLELISM);
      if (attempt >= 0 && currentExecutions.get(attempt) == null) {
        throw new IllegalStateException("an execution is lost");
      }
    }
    currentExecutions.remove(attempts - PARALLELISM);
    attempts++;
  }
}
