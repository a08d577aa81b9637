package io.mapscope.corpus.programs.presentkeycompute;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Meters per currency pair, of which there are eleven, looked up with {@code computeIfAbsent} for
 * every trade.
 *
 * <p>"AUD/USD" and "USD/CAD", this broker's business, lie behind other pairs in their bins, where
 * {@code computeIfAbsent} locks. The agent sees keys that are always there, and threads blocked.
 * The fixed form looks with {@code get} first.
 */
@Label(
    name = "pair-meters",
    rules = "present-key-compute",
    map = "tradesByPair",
    also = "hot-bin",
    source = "spring-data-commons#319; rocketmq#5008")
public final class PairMeters implements CorpusProgram {
  private static final List<String> PAIRS =
      List.of(
          "EUR/USD", "EUR/GBP", "EUR/JPY", "EUR/CHF", "USD/JPY", "USD/CHF", "GBP/USD", "GBP/JPY",
          "AUD/USD", "NZD/USD", "USD/CAD");
  private static final List<String> BUSINESS = List.of("AUD/USD", "USD/CAD");

  private final ConcurrentMap<String, LongAdder> tradesByPair = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    PAIRS.forEach(this::compute);
    Crew.work(
        deadline,
        4,
        fixed ? () -> getFirst(pair()).increment() : () -> compute(pair()).increment());
  }

  private static String pair() {
    final ThreadLocalRandom random = ThreadLocalRandom.current();
    return random.nextInt(5) == 0
        ? PAIRS.get(random.nextInt(PAIRS.size()))
        : BUSINESS.get(random.nextInt(BUSINESS.size()));
  }

  private LongAdder compute(String pair) {
    return tradesByPair.computeIfAbsent(pair, key -> new LongAdder());
  }

  private LongAdder getFirst(String pair) {
    final LongAdder known = tradesByPair.get(pair);
    return known == null ? compute(pair) : known;
  }
}
