package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A ConcurrentHashMap that is filled by one thread and copied by the same thread once it is done.
 *
 * <p>No copy meets a write, and there are few of them.
 */
@Label(name = "healthy-nightly-copies", source = "rules.md: copies that overlap no writes")
public final class NightlyCopies implements CorpusProgram {
  private static final int ITEMS = 2_000;

  private final ConcurrentMap<Integer, Integer> totalByItem = new ConcurrentHashMap<>();
  private volatile Map<Integer, Integer> published = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(1, this::night).with(2, this::day).work();
  }

  private void night() throws InterruptedException {
    for (int item = 0; item < ITEMS; item++) {
      totalByItem.put(item, ThreadLocalRandom.current().nextInt());
    }
    published = new HashMap<>(totalByItem);
    TimeUnit.MILLISECONDS.sleep(500);
  }

  private void day() {
    final int item = ThreadLocalRandom.current().nextInt(ITEMS);
    published.get(item);
    totalByItem.get(item);
    LockSupport.parkNanos(20_000);
  }
}
