package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Counters in one ConcurrentHashMap, each thread's under keys of its own, which it alone reads and
 * puts.
 *
 * <p>A trap: {@code get}, then {@code put} of the same key, while others write to the map; but
 * never to that key, so nothing can be lost.
 */
@Label(
    name = "healthy-owned-counters",
    source = "rules.md, check-then-act: keys that have an owner")
public final class OwnedCounters implements CorpusProgram {
  private static final int WORKERS = 4;
  private static final int PARTITIONS = 5;

  private final ConcurrentMap<String, Long> offsetByPartition = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    final Crew crew = new Crew(deadline);
    for (int worker = 0; worker < WORKERS; worker++) {
      final String prefix = "worker-" + worker + "/partition-";
      crew.with(1, () -> poll(prefix));
    }
    crew.work();
  }

  private void poll(String prefix) {
    final String partition = prefix + ThreadLocalRandom.current().nextInt(PARTITIONS);
    final Long offset = offsetByPartition.get(partition);
    offsetByPartition.put(partition, offset == null ? 1 : offset + 1);
    LockSupport.parkNanos(5_000);
  }
}
