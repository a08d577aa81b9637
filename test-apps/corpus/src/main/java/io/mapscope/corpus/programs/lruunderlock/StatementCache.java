package io.mapscope.corpus.programs.lruunderlock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Prepared statements in an access-ordered LinkedHashMap under a ReentrantLock.
 *
 * <p>The agent sees hits, most of the operations, under a lock that threads wait for. Taking the
 * lock away would corrupt the map; the fixed form is Caffeine.
 */
@Label(
    name = "statement-cache",
    rules = "lru-under-lock",
    map = "statementBySql",
    also = "guarded-map-contended",
    source = "lucene#13306: LRU query cache under one lock")
public final class StatementCache implements CorpusProgram {
  private static final int CAPACITY = 256;
  private static final int STATEMENTS = 300;

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<Integer, String> statementBySql =
      new LinkedHashMap<>(CAPACITY * 2, 0.75f, true);
  private final Cache<Integer, String> cache = Caffeine.newBuilder().maximumSize(CAPACITY).build();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::queryFromCache : this::query);
  }

  private void query() {
    final int sql = sql();
    lock.lock();
    try {
      if (statementBySql.get(sql) == null) {
        statementBySql.put(sql, prepare(sql));
        removeEldest();
      }
    } finally {
      lock.unlock();
    }
  }

  private void removeEldest() {
    if (statementBySql.size() > CAPACITY) {
      final Iterator<Integer> eldest = statementBySql.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  private void queryFromCache() {
    Objects.requireNonNull(cache.get(sql(), StatementCache::prepare));
  }

  private static int sql() {
    return ThreadLocalRandom.current().nextInt(STATEMENTS);
  }

  private static String prepare(int sql) {
    return "statement " + sql;
  }
}
