package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A HashMap under a read/write lock with a check-then-act done properly: looked up under the read
 * lock, looked up again and written under the write lock.
 *
 * <p>Guarded, shared, compound, and right.
 */
@Label(name = "healthy-guarded-lookups", source = "rules.md: properly locked HashMap")
public final class GuardedLookups implements CorpusProgram {
  private static final int KEYS = 400;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Integer, String> valueByKey = new HashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(3, this::request).with(1, this::forget).work();
  }

  private void request() {
    final int key = ThreadLocalRandom.current().nextInt(KEYS);
    if (find(key) == null) {
      load(key);
    }
    LockSupport.parkNanos(200_000);
  }

  private @Nullable String find(int key) {
    lock.readLock().lock();
    try {
      return valueByKey.get(key);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void load(int key) {
    lock.writeLock().lock();
    try {
      if (valueByKey.get(key) == null) {
        valueByKey.put(key, "value of " + key);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void forget() {
    lock.writeLock().lock();
    try {
      valueByKey.remove(ThreadLocalRandom.current().nextInt(KEYS));
    } finally {
      lock.writeLock().unlock();
    }
    LockSupport.parkNanos(1_000_000);
  }
}
