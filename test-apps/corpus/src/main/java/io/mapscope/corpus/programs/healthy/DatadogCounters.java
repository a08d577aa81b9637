package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counters of spans by name: an AtomicLong per name in a ConcurrentHashMap, nearly all of them for
 * one name.
 *
 * <p>A trap: the key is hot, but the map is only read, and reads wait for nobody. Who advised
 * LongAdder measured no gain worth it; the look-up was what it cost.
 */
@Label(name = "healthy-datadog-counters", source = "DataDog/dd-trace-java#11675")
public final class DatadogCounters implements CorpusProgram {
  private static final int NAMES = 50;

  private final ConcurrentMap<String, AtomicLong> spansByName = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int name = 0; name < NAMES; name++) {
      spansByName.put("span-" + name, new AtomicLong());
    }
    Crew.work(deadline, 4, this::finish);
  }

  private void finish() {
    final int die = ThreadLocalRandom.current().nextInt(20 * NAMES);
    final AtomicLong spans = spansByName.get("span-" + (die < NAMES ? die : 0));
    if (spans != null) {
      spans.incrementAndGet();
    }
  }
}
