package io.mapscope.corpus.programs.unsafesharedmap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.io.IOException;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Pulsar's load report of a broker, as it was: a timer turns the statistics of bundles, a HashMap
 * that another thread keeps up to date, into JSON.
 *
 * <p>Serialization iterates; a write meanwhile ends it with a ConcurrentModificationException, or
 * with a report nobody notices to be wrong. The agent sees two threads in the map at once, one of
 * them on its way through it, and the exceptions with the loop and the thread that had written. The
 * fixed form swaps in an immutable copy after an update, which is what gets serialized; the
 * concurrent map that was merged would have served as well, for statistics.
 */
@Label(
    name = "pulsar-broker-data",
    rules = "unsafe-shared-map",
    map = "lastStats",
    also = "unsafe-iteration",
    fix = "an immutable copy, published at another pace",
    source = "apache/pulsar#7719 -> #7729")
public final class PulsarBrokerData implements CorpusProgram {
  private static final int BUNDLES = 200;

  private final Map<String, Long> lastStats = new HashMap<>();
  private volatile Map<String, Long> published = Map.of();
  private final ObjectMapper json = new ObjectMapper();
  private final LongAdder failed = new LongAdder();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(1, () -> update(fixed)).with(1, () -> report(fixed)).work();
  }

  /** A bundle is unloaded, another one loaded. */
  private void update(boolean fixed) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      lastStats.remove("bundle-" + ThreadLocalRandom.current().nextInt(BUNDLES));
      lastStats.put("bundle-" + ThreadLocalRandom.current().nextInt(BUNDLES), System.nanoTime());
    }
    if (fixed) {
      published = Map.copyOf(lastStats);
      TimeUnit.MILLISECONDS.sleep(100);
    } else {
      LockSupport.parkNanos(20_000);
    }
  }

  private void report(boolean fixed) throws Exception {
    if (fixed) {
      json.writeValueAsBytes(published);
      TimeUnit.MILLISECONDS.sleep(100);
    } else {
      reportOfHashMap();
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private void reportOfHashMap() {
    try {
      json.writeValueAsBytes(lastStats);
    } catch (IOException | ConcurrentModificationException broken) {
      failed.increment();
    }
  }
}
