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

/**
 * Spring for Kafka's deserializers by selector, as they were cached: the selector is a header of
 * the message, so who may send messages decides how many entries there are.
 *
 * <p>The agent sees a map into which an entry is put for every message that brings a new selector,
 * at a steady rate from the beginning to the end, and from which none is ever taken. The fixed form
 * is a bounded cache.
 */
@Label(
    name = "spring-kafka-delegates",
    rules = "unbounded-growth",
    map = "delegates",
    source = "spring-projects/spring-kafka#4489, CVE-2026-41726")
public final class SpringKafkaDelegates implements CorpusProgram {
  private static final int MOST_DELEGATES = 100;
  private static final int KNOWN_SELECTORS = 10;

  private final ConcurrentMap<String, Object> delegates = new ConcurrentHashMap<>();
  private final Cache<String, Object> boundedDelegates =
      Caffeine.newBuilder().maximumSize(MOST_DELEGATES).build();
  private final AtomicLong messages = new AtomicLong();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    Crew.work(deadline, 2, () -> receive(fixed));
  }

  private void receive(boolean fixed) {
    final String selector = selector(messages.incrementAndGet());
    final Object delegate =
        fixed
            ? boundedDelegates.get(selector, name -> new Object())
            : delegates.computeIfAbsent(selector, name -> new Object());
    if (delegate == null) {
      throw new IllegalStateException("no deserializer for " + selector);
    }
    LockSupport.parkNanos(500_000);
  }

  /** Most messages bring a known selector, one of four makes one up. */
  private static String selector(long message) {
    return message % 4 == 0 ? "type-" + message : "type-" + message % KNOWN_SELECTORS;
  }
}
