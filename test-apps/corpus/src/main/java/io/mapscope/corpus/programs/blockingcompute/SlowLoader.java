package io.mapscope.corpus.programs.blockingcompute;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A cache that loads within {@code computeIfAbsent}: a load takes 5 ms, as a remote call does, and
 * holds the bin meanwhile.
 *
 * <p>The agent sees functions of milliseconds in a bin, and others waiting behind them, also for
 * keys that are there. The fixed form loads outside and offers the result with {@code putIfAbsent};
 * a load may then run twice.
 */
@Label(
    name = "slow-loader",
    rules = "blocking-compute",
    map = "pageById",
    also = "hot-bin",
    source = "caffeine#960, quarkus#41313: a slow function under the bin's lock")
public final class SlowLoader implements CorpusProgram {
  private static final int PAGES = 24;

  private final ConcurrentMap<Integer, String> pageById = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline)
        .with(4, fixed ? this::loadOutside : this::loadInside)
        .with(1, this::expire)
        .work();
  }

  private void loadInside() {
    pageById.computeIfAbsent(page(), SlowLoader::load);
  }

  private void loadOutside() {
    final int page = page();
    if (pageById.get(page) == null) {
      pageById.putIfAbsent(page, load(page));
    }
  }

  private void expire() throws InterruptedException {
    pageById.remove(page());
    TimeUnit.MILLISECONDS.sleep(2);
  }

  private static int page() {
    return ThreadLocalRandom.current().nextInt(PAGES);
  }

  private static String load(int page) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    return "page " + page;
  }
}
