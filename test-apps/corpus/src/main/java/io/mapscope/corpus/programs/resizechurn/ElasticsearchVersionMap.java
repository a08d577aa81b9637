package io.mapscope.corpus.programs.resizechurn;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Elasticsearch's live versions, as they were: at each refresh a new ConcurrentHashMap of default
 * size takes the place of the old one, and grows to the same size as that had.
 *
 * <p>The agent sees dozens of maps of one line a second, each resized ten times on its way to the
 * same number of entries, and what all those tables weigh. The fixed form is what was merged: the
 * size of the old map is the capacity of the new one.
 */
@Label(
    name = "elasticsearch-version-map",
    rules = "resize-churn",
    map = "current",
    source = "elastic/elasticsearch#20498 -> #27516: up to 2 times")
public final class ElasticsearchVersionMap implements CorpusProgram {
  private static final int DOCUMENTS_PER_REFRESH = 12_000;

  private volatile ConcurrentMap<Integer, Long> current = new ConcurrentHashMap<>();
  private final AtomicInteger indexed = new AtomicInteger();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 2, () -> index(fixed));
  }

  private void index(boolean fixed) {
    final int document = indexed.incrementAndGet();
    current.put(document, System.nanoTime());
    if (document % DOCUMENTS_PER_REFRESH == 0) {
      refresh(fixed);
    }
  }

  private void refresh(boolean fixed) {
    if (fixed) {
      current = presized(current.size());
    } else {
      current = new ConcurrentHashMap<>();
    }
  }

  private static ConcurrentMap<Integer, Long> presized(int size) {
    return new ConcurrentHashMap<>(size);
  }
}
