package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An order book in a ConcurrentSkipListMap: two threads place and cancel, two look for the best
 * price.
 *
 * <p>Concurrent and ordered, and both are used.
 */
@Label(name = "healthy-order-book", source = "rules.md, healthy forms")
public final class OrderBook implements CorpusProgram {
  private static final int LEVELS = 1_000;

  private final ConcurrentNavigableMap<Integer, Integer> quantityByCents =
      new ConcurrentSkipListMap<>();
  private final AtomicLong matches = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(2, this::place).with(2, this::match).work();
  }

  private void place() {
    final int cents = ThreadLocalRandom.current().nextInt(LEVELS);
    if (ThreadLocalRandom.current().nextBoolean()) {
      quantityByCents.put(cents, 1);
    } else {
      quantityByCents.remove(cents);
    }
    LockSupport.parkNanos(5_000);
  }

  private void match() {
    if (quantityByCents.ceilingEntry(LEVELS / 2) != null) {
      matches.incrementAndGet();
    }
    LockSupport.parkNanos(5_000);
  }
}
