package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import io.mapscope.corpus.Results;
import java.util.HashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Counters in a ConcurrentHashMap of LongAdders that a statistics thread copies every two seconds.
 *
 * <p>The copies meet writes, and that is fine for statistics; they are rare and small.
 */
@Label(
    name = "healthy-rare-statistics",
    source = "rules.md: a statistics reader that copies rarely")
public final class RareStatistics implements CorpusProgram {
  private static final int ROUTES = 60;

  private final ConcurrentMap<Integer, LongAdder> requestsByRoute = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(3, this::request).with(1, this::show).work();
  }

  private void request() {
    final int route = ThreadLocalRandom.current().nextInt(ROUTES);
    final LongAdder known = requestsByRoute.get(route);
    final LongAdder requests =
        known == null ? requestsByRoute.computeIfAbsent(route, key -> new LongAdder()) : known;
    requests.increment();
    LockSupport.parkNanos(20_000);
  }

  private void show() throws InterruptedException {
    Results.use(new HashMap<>(requestsByRoute).size());
    TimeUnit.SECONDS.sleep(2);
  }
}
