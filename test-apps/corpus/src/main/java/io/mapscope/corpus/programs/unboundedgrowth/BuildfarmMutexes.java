package io.mapscope.corpus.programs.unboundedgrowth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Buildfarm's mutexes by path, as they were: {@code computeIfAbsent(path, lock)} before a directory
 * is touched, and no {@code remove} ever.
 *
 * <p>The agent sees the entries grow as long as the program runs. The fixed form is what was
 * merged: a Caffeine cache with weak values; a lock that nobody holds any more goes away by itself.
 */
@Label(
    name = "buildfarm-mutexes",
    rules = "unbounded-growth",
    map = "mutexes",
    source = "buildfarm/buildfarm#2274 -> #2293")
public final class BuildfarmMutexes implements CorpusProgram {
  private static final int SHARED_DIRECTORIES = 20;

  private final ConcurrentMap<String, ReentrantLock> mutexes = new ConcurrentHashMap<>();
  private final Cache<String, ReentrantLock> weakMutexes =
      Caffeine.newBuilder().weakValues().build();
  private final AtomicLong actions = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 2, () -> execute(fixed, actions.incrementAndGet()));
  }

  private void execute(boolean fixed, long action) {
    link(fixed, "/cas/directory-" + action % SHARED_DIRECTORIES);
    link(fixed, "/exec/operation-" + action);
    LockSupport.parkNanos(400_000);
  }

  private void link(boolean fixed, String path) {
    final ReentrantLock mutex =
        fixed
            ? weakMutexes.get(path, key -> new ReentrantLock())
            : mutexes.computeIfAbsent(path, key -> new ReentrantLock());
    mutex.lock();
    try {
      if (!mutex.isHeldByCurrentThread()) {
        throw new IllegalStateException("linked without the mutex of " + path);
      }
    } finally {
      mutex.unlock();
    }
  }
}
