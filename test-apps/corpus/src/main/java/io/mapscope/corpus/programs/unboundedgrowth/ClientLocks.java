package io.mapscope.corpus.programs.unboundedgrowth;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A lock object per client address, made at the first request of each and kept for ever.
 *
 * <p>The agent sees entries added at a steady rate and none removed. The fixed form has a fixed
 * number of locks, of which the address chooses one.
 */
@Label(
    name = "client-locks",
    rules = "unbounded-growth",
    map = "lockByAddress",
    source = "spring-kafka#4489, iotdb#4532: a registry that only grows")
public final class ClientLocks implements CorpusProgram {
  private static final int LOCKS = 64;

  private final Map<Long, ReentrantLock> lockByAddress = new ConcurrentHashMap<>();
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();
  private final AtomicLong nextAddress = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(2, fixed ? this::serveByStripe : this::serveByMap).work();
  }

  private void serveByMap() throws InterruptedException {
    serve(lockByAddress.computeIfAbsent(address(), address -> new ReentrantLock()));
  }

  private void serveByStripe() throws InterruptedException {
    serve(locks.get((int) (address() % LOCKS)));
  }

  /** Every second request comes from a new client. */
  private long address() {
    final long known = nextAddress.get();
    return ThreadLocalRandom.current().nextBoolean() || known == 0
        ? nextAddress.incrementAndGet()
        : ThreadLocalRandom.current().nextLong(known);
  }

  private static void serve(ReentrantLock lock) throws InterruptedException {
    lock.lock();
    try {
      TimeUnit.MILLISECONDS.sleep(2);
    } finally {
      lock.unlock();
    }
  }
}
