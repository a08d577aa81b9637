package io.mapscope.corpus.programs.hotbin;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests per kind, counted with {@code merge} in a ConcurrentHashMap; there are three kinds.
 *
 * <p>The agent sees four threads waiting for the same few bins. The advice is a LongAdder per kind:
 * shards of the map would not help a hot key.
 */
@Label(
    name = "request-totals",
    rules = "hot-bin",
    map = "countByKind",
    source = "seed scenario, write-heavy: counters; rocketmq#5008")
public final class RequestTotals implements CorpusProgram {
  private static final String[] KINDS = {"read", "write", "scan"};

  private final ConcurrentMap<String, Long> countByKind = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> adderByKind = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (final String kind : KINDS) {
      adderByKind.put(kind, new LongAdder());
    }
    Crew.work(deadline, 4, fixed ? () -> add(kind()) : () -> merge(kind()));
  }

  private static String kind() {
    return KINDS[ThreadLocalRandom.current().nextInt(KINDS.length)];
  }

  private void merge(String kind) {
    countByKind.merge(kind, 1L, Long::sum);
  }

  private void add(String kind) {
    final LongAdder adder = adderByKind.get(kind);
    if (adder != null) {
      adder.increment();
    }
  }
}
