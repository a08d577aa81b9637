package io.mapscope.corpus.programs.unsafesharedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An order book in a TreeMap that two traders change and look into without a lock.
 *
 * <p>The agent sees them inside at once. What they do relies on the order, so the replacement is a
 * ConcurrentSkipListMap.
 */
@Label(
    name = "shared-price-levels",
    rules = "unsafe-shared-map",
    map = "quantityByCents",
    source = "rules.md, TreeMap shared without a lock")
public final class PriceLevels implements CorpusProgram {
  private static final int LEVELS = 200;

  private NavigableMap<Integer, Integer> quantityByCents = new TreeMap<>();

  /** Trades that failed, as they do in such a map. */
  private final AtomicLong failedTrades = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    quantityByCents = fixed ? new ConcurrentSkipListMap<>() : new TreeMap<>();
    for (int cents = 0; cents < LEVELS; cents++) {
      quantityByCents.put(cents, 1);
    }
    Crew.work(deadline, 2, this::trade);
  }

  private void trade() {
    final int cents = ThreadLocalRandom.current().nextInt(LEVELS);
    try {
      quantityByCents.put(cents, cents);
      quantityByCents.floorEntry(cents);
      quantityByCents.headMap(cents).firstKey();
    } catch (RuntimeException e) {
      failedTrades.incrementAndGet();
    }
  }
}
