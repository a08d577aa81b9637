package io.mapscope.corpus.programs.lruunderlock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's cache of query results, as it was: a LinkedHashMap in access order under one lock. A hit
 * moves its entry to the end, so searches that find what they want wait for each other.
 *
 * <p>The agent sees an access-ordered map with a ReentrantLock around every operation and threads
 * that wait for it. A read/write lock would not do: in access order {@code get} writes, which is
 * why Lucene had to add a {@code synchronizedMap} under its own. The fixed form is Caffeine.
 */
@Label(
    name = "lucene-query-cache",
    rules = "lru-under-lock",
    map = "uniqueQueries",
    also = "guarded-map-contended",
    source = "apache/lucene#13306 (+105 %, elsewhere +3 %), #14677")
public final class LuceneQueryCache implements CorpusProgram {
  private static final int MOST_QUERIES = 1_000;
  private static final int QUERIES = 1_100;

  private final Map<Integer, long[]> uniqueQueries = new LinkedHashMap<>(16, 0.75f, true);
  private final ReentrantLock lock = new ReentrantLock();
  private final Cache<Integer, long[]> cache =
      Caffeine.newBuilder().maximumSize(MOST_QUERIES).build();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, () -> search(fixed, ThreadLocalRandom.current().nextInt(QUERIES)));
  }

  private void search(boolean fixed, int query) {
    final long[] documents = fixed ? cache.getIfPresent(query) : get(query);
    if (documents == null) {
      final long[] found = {query, query + 1};
      if (fixed) {
        cache.put(query, found);
      } else {
        put(query, found);
      }
    } else if (documents[0] != query) {
      throw new IllegalStateException("documents of another query than " + query);
    }
  }

  private long @Nullable [] get(int query) {
    lock.lock();
    try {
      return uniqueQueries.get(query);
    } finally {
      lock.unlock();
    }
  }

  private void put(int query, long[] documents) {
    lock.lock();
    try {
      uniqueQueries.put(query, documents);
      if (uniqueQueries.size() > MOST_QUERIES) {
        final Iterator<Integer> eldest = uniqueQueries.keySet().iterator();
        eldest.next();
        eldest.remove();
      }
    } finally {
      lock.unlock();
    }
  }
}
