package io.mapscope.corpus.programs.stripingcollision;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Elasticsearch's versions of documents, as they were guarded: a lock per document out of a fixed
 * array of locks, chosen by the document's hash. Documents that have nothing to do with each other
 * share a lock sooner than one thinks, as birthdays do.
 *
 * <p>Each of the eight slices holds the versions of its documents. The agent sees several maps of
 * one line, each under a lock of its own, threads that wait for these locks, and no key that stands
 * out. The fixed form locks per document: {@code compute} of one ConcurrentHashMap.
 */
@Label(
    name = "elasticsearch-versions",
    rules = "striping-collision",
    map = "$Slice.versions",
    also = "guarded-map-contended",
    source = "elastic/elasticsearch#18053 -> #18060: 15 to 20 % more throughput")
public final class ElasticsearchVersions implements CorpusProgram {
  private static final int SLICES = 8;
  private static final int DOCUMENTS = 50_000;
  private static final int GOLDEN = 0x9E3779B9;
  private static final int TOKENS = 400;

  private final Slice[] slices = new Slice[SLICES];
  private final ConcurrentMap<Integer, Long> versionByDocument = new ConcurrentHashMap<>();

  /** A lock and the versions that it guards. */
  private static final class Slice {
    private final Map<Integer, Long> versions = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    void index(int document) {
      lock.lock();
      try {
        final Long version = versions.get(document);
        versions.put(document, next(version, document));
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int i = 0; i < SLICES; i++) {
      slices[i] = new Slice();
    }
    Crew.work(deadline, 6, fixed ? this::indexByMap : this::indexBySlice);
  }

  private static int document() {
    return ThreadLocalRandom.current().nextInt(DOCUMENTS);
  }

  private void indexBySlice() {
    final int document = document();
    slices[(document * GOLDEN >>> 16) % SLICES].index(document);
  }

  private void indexByMap() {
    versionByDocument.compute(document(), (document, version) -> next(version, document));
  }

  /** The next version; the document is analysed on the way, as it was under the lock. */
  private static Long next(@Nullable Long version, int document) {
    long hash = document;
    for (int token = 0; token < TOKENS; token++) {
      hash = hash * 31 + token;
    }
    return (version == null ? 0 : version) + (hash == 0 ? 2 : 1);
  }
}
