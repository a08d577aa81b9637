package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pools by host, opened and closed under a ReentrantLock, looked up without it.
 *
 * <p>The same trap as the double check under a monitor, as code has it since virtual threads: the
 * lock is taken by a caller, and {@code get} and {@code put} lie in a method that shows no lock.
 */
@Label(name = "healthy-lock-checked-pools", source = "rules.md, check-then-act; JEP 444 on pinning")
public final class LockCheckedPools implements CorpusProgram {
  private static final int HOSTS = 100;

  private final ConcurrentMap<Integer, AtomicLong> poolByHost = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(3, this::request).with(1, this::closeIdle).work();
  }

  private static int host() {
    return ThreadLocalRandom.current().nextInt(HOSTS);
  }

  private void request() {
    for (int i = 0; i < 20; i++) {
      final int host = host();
      final AtomicLong pool = poolByHost.get(host);
      (pool == null ? opened(host) : pool).incrementAndGet();
    }
    LockSupport.parkNanos(50_000);
  }

  private AtomicLong opened(int host) {
    lock.lock();
    try {
      return open(host);
    } finally {
      lock.unlock();
    }
  }

  private AtomicLong open(int host) {
    AtomicLong pool = poolByHost.get(host);
    if (pool == null) {
      pool = new AtomicLong();
      poolByHost.put(host, pool);
    }
    return pool;
  }

  private void closeIdle() {
    lock.lock();
    try {
      poolByHost.remove(host());
    } finally {
      lock.unlock();
    }
    LockSupport.parkNanos(100_000);
  }
}
