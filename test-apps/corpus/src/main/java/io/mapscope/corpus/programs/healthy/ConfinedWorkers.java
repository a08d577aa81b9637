package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Four workers, each with a HashMap of its own in a field of its own object.
 *
 * <p>The same line makes maps for several threads, and no map has more than one.
 */
@Label(name = "healthy-confined-workers", source = "rules.md, healthy forms: confinement")
public final class ConfinedWorkers implements CorpusProgram {
  private static final int WORKERS = 4;
  private static final int KEYS = 1_000;

  private static final class Worker implements Crew.Task {
    private final Map<Integer, Integer> countByKey = new HashMap<>();

    @Override
    public void run() {
      countByKey.merge(ThreadLocalRandom.current().nextInt(KEYS), 1, Integer::sum);
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    final Crew crew = new Crew(deadline);
    for (int i = 0; i < WORKERS; i++) {
      crew.with(1, new Worker());
    }
    crew.work();
  }
}
