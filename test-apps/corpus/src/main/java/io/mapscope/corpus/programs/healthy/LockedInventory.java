package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A HashMap that is only ever touched under one lock, by three threads that have other things to do
 * most of the time.
 *
 * <p>Always guarded and hardly ever waited for: there is nothing to gain.
 */
@Label(name = "healthy-locked-inventory", source = "rules.md, healthy forms")
public final class LockedInventory implements CorpusProgram {
  private static final int ITEMS = 500;

  private final Object lock = new Object();
  private final Map<Integer, Integer> levelByItem = new HashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 3, this::book);
  }

  private void book() {
    final int item = ThreadLocalRandom.current().nextInt(ITEMS);
    synchronized (lock) {
      levelByItem.merge(item, 1, Integer::sum);
    }
    synchronized (lock) {
      levelByItem.get(item);
    }
    LockSupport.parkNanos(500_000);
  }
}
