package io.mapscope.corpus.programs.lockcontendedmap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Metadata of 200 topics, fetched again when older than a tenth of a second, in a synchronizedMap
 * with a time beside each value.
 *
 * <p>The agent sees four threads blocked on the wrapper's monitor, nearly all of them reading. The
 * advised form is a cache that expires entries by itself.
 */
@Label(
    name = "metadata-cache",
    rules = "lock-contended-map",
    map = "timedByTopic",
    also = {"check-then-act", "copy-on-write-candidate"},
    fix = "a cache, Caffeine",
    source = "seed scenario, metadata cache: small, long-lived, idempotent updates, expiry")
public final class MetadataCache implements CorpusProgram {
  private static final int TOPICS = 200;
  private static final Duration AGE = Duration.ofMillis(100);

  private final Map<Integer, Timed> timedByTopic = Collections.synchronizedMap(new HashMap<>());
  private final Cache<Integer, String> cache =
      Caffeine.newBuilder().maximumSize(TOPICS).expireAfterWrite(AGE).build();

  private record Timed(String metadata, long atNanos) {
    boolean old() {
      return System.nanoTime() - atNanos > AGE.toNanos();
    }
  }

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 4, fixed ? this::lookUpInCache : this::lookUpInMap);
  }

  private void lookUpInMap() {
    final int topic = ThreadLocalRandom.current().nextInt(TOPICS);
    final Timed timed = timedByTopic.get(topic);
    if (timed == null || timed.old()) {
      timedByTopic.put(topic, new Timed(fetch(topic), System.nanoTime()));
    }
  }

  private void lookUpInCache() {
    Objects.requireNonNull(
        cache.get(ThreadLocalRandom.current().nextInt(TOPICS), MetadataCache::fetch));
  }

  private static String fetch(int topic) {
    return "partitions of " + topic;
  }
}
