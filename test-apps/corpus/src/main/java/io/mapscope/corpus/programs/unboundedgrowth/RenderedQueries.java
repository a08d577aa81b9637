package io.mapscope.corpus.programs.unboundedgrowth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Results cached per query string, and never let go: query strings come from requests and hardly
 * repeat.
 *
 * <p>The agent sees a map that only grows for as long as it looks, from the request path, with
 * hardly a hit. The fixed form is a cache of bounded size.
 */
@Label(
    name = "rendered-queries",
    rules = "unbounded-growth",
    map = "resultByQuery",
    also = "check-then-act",
    source = "spring-kafka CVE-2026-41726, buildfarm#2293: keys from requests, never removed")
public final class RenderedQueries implements CorpusProgram {
  private final ConcurrentMap<String, String> resultByQuery = new ConcurrentHashMap<>();
  private final Cache<String, String> cache = Caffeine.newBuilder().maximumSize(500).build();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 2, fixed ? this::answerFromCache : this::answer);
  }

  private void answer() throws InterruptedException {
    resultByQuery.computeIfAbsent(query(), RenderedQueries::render);
    TimeUnit.MILLISECONDS.sleep(2);
  }

  private void answerFromCache() throws InterruptedException {
    Objects.requireNonNull(cache.get(query(), RenderedQueries::render));
    TimeUnit.MILLISECONDS.sleep(2);
  }

  private static String query() {
    return "q=" + ThreadLocalRandom.current().nextLong(1_000_000_000);
  }

  private static String render(String query) {
    return "results of " + query;
  }
}
