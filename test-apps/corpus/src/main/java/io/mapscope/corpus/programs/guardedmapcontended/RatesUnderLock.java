package io.mapscope.corpus.programs.guardedmapcontended;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Exchange rates in a HashMap under a ReentrantLock: four threads convert amounts, one rate changes
 * every 50 ms.
 *
 * <p>The agent sees the lock held around every access, almost all of them reads, and threads
 * waiting for it. By the mix, the advice is an immutable copy in a volatile field.
 */
@Label(
    name = "rates-under-lock",
    rules = "guarded-map-contended",
    map = "rateByPair",
    also = "copy-on-write-candidate",
    source = "seed scenario, read-dominated; micrometer#241 -> #242")
public final class RatesUnderLock implements CorpusProgram {
  private static final int PAIRS = 64;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, Double> rateByPair = new HashMap<>();
  private volatile Map<Integer, Double> snapshot = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int pair = 0; pair < PAIRS; pair++) {
      rateByPair.put(pair, 1.0);
    }
    snapshot = Map.copyOf(rateByPair);
    new Crew(deadline)
        .with(4, fixed ? this::convertBySnapshot : this::convertUnderLock)
        .with(1, fixed ? this::publish : this::changeUnderLock)
        .work();
  }

  private void convertUnderLock() {
    lock.lock();
    try {
      rateByPair.get(ThreadLocalRandom.current().nextInt(PAIRS));
    } finally {
      lock.unlock();
    }
  }

  private void changeUnderLock() throws InterruptedException {
    lock.lock();
    try {
      rateByPair.put(ThreadLocalRandom.current().nextInt(PAIRS), 1.1);
    } finally {
      lock.unlock();
    }
    TimeUnit.MILLISECONDS.sleep(50);
  }

  private void convertBySnapshot() {
    snapshot.get(ThreadLocalRandom.current().nextInt(PAIRS));
  }

  private void publish() throws InterruptedException {
    final Map<Integer, Double> next = new HashMap<>(snapshot);
    next.put(ThreadLocalRandom.current().nextInt(PAIRS), 1.1);
    snapshot = Map.copyOf(next);
    TimeUnit.MILLISECONDS.sleep(50);
  }
}
