package io.mapscope.corpus.programs.copyonwritecandidate;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Thirty feature flags in a HashMap under a read/write lock, asked for all the time and changed
 * once in two seconds.
 *
 * <p>Readers do not exclude each other, yet each writes the lock's counter twice. The agent sees
 * reads by the million and a handful of writes, under that lock. The fixed form swaps an immutable
 * map in a volatile field.
 */
@Label(
    name = "feature-flags",
    rules = "copy-on-write-candidate",
    map = "enabledByFlag",
    also = "guarded-map-contended",
    source = "seed scenario, read-dominated: configuration; spring-data-commons#86 -> #2130")
public final class FeatureFlags implements CorpusProgram {
  private static final int FLAGS = 30;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Integer, Boolean> enabledByFlag = new HashMap<>();
  private volatile Map<Integer, Boolean> flags = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int flag = 0; flag < FLAGS; flag++) {
      enabledByFlag.put(flag, true);
    }
    flags = Map.copyOf(enabledByFlag);
    new Crew(deadline)
        .with(4, fixed ? this::askSnapshot : this::ask)
        .with(1, fixed ? this::swap : this::change)
        .work();
  }

  private void ask() {
    lock.readLock().lock();
    try {
      enabledByFlag.get(flag());
    } finally {
      lock.readLock().unlock();
    }
  }

  private void askSnapshot() {
    flags.get(flag());
  }

  private void change() throws InterruptedException {
    TimeUnit.SECONDS.sleep(2);
    lock.writeLock().lock();
    try {
      enabledByFlag.put(flag(), false);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void swap() throws InterruptedException {
    TimeUnit.SECONDS.sleep(2);
    final Map<Integer, Boolean> next = new HashMap<>(flags);
    next.put(flag(), false);
    flags = Map.copyOf(next);
  }

  private static int flag() {
    return ThreadLocalRandom.current().nextInt(FLAGS);
  }
}
