package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * HashMaps filled by one thread, handed over through a queue and changed by another.
 *
 * <p>Two threads write each map, one after the other: the queue orders them.
 */
@Label(name = "healthy-handed-over-batches", source = "rules.md: hand-over through a queue")
public final class HandedOverBatches implements CorpusProgram {
  private static final int ENTRIES = 10;

  private final BlockingQueue<Map<Integer, String>> batches = new ArrayBlockingQueue<>(16);

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(1, this::produce).with(1, this::consume).work();
  }

  private void produce() throws InterruptedException {
    final Map<Integer, String> batch = new HashMap<>();
    for (int entry = 0; entry < ENTRIES; entry++) {
      batch.put(entry, "new");
    }
    batches.offer(batch, 10, TimeUnit.MILLISECONDS);
  }

  private void consume() throws InterruptedException {
    final Map<Integer, String> batch = batches.poll(10, TimeUnit.MILLISECONDS);
    if (batch != null) {
      batch.replaceAll((entry, state) -> "done");
      batch.remove(0);
      Results.use(batch.size());
    }
  }
}
