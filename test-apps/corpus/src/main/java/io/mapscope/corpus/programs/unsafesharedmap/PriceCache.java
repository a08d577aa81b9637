package io.mapscope.corpus.programs.unsafesharedmap;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prices in a plain HashMap that a feed thread updates while three request threads read.
 *
 * <p>The agent sees two threads inside the map at once, one of them writing, with both stacks.
 */
@Label(
    name = "shared-price-cache",
    rules = "unsafe-shared-map",
    map = "centsByProduct",
    source = "spring-data-commons#983, flink#4472: a HashMap cache shared without a lock")
public final class PriceCache implements CorpusProgram {
  private static final int PRODUCTS = 500;

  private Map<Integer, Integer> centsByProduct = Map.of();

  /** Reads that went wrong, as they do in such a map. */
  private final AtomicLong misreads = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    centsByProduct = fixed ? new ConcurrentHashMap<>() : new HashMap<>();
    for (int product = 0; product < PRODUCTS; product++) {
      centsByProduct.put(product, product);
    }
    new Crew(deadline).with(1, this::feed).with(3, this::request).work();
  }

  private void feed() {
    final int product = ThreadLocalRandom.current().nextInt(PRODUCTS);
    centsByProduct.remove(product);
    centsByProduct.put(product, ThreadLocalRandom.current().nextInt(10_000));
  }

  private void request() {
    try {
      final Integer cents = centsByProduct.get(ThreadLocalRandom.current().nextInt(PRODUCTS));
      if (cents == null) {
        misreads.incrementAndGet();
      }
    } catch (RuntimeException e) {
      misreads.incrementAndGet();
    }
  }
}
