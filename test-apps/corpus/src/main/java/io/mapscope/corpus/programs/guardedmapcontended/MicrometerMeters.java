package io.mapscope.corpus.programs.guardedmapcontended;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Micrometer's registry of meters, as it was: every {@code registry.counter(name, tag, value)}
 * looks the meter up in a HashMap under the registry's monitor, whether it is there or not.
 *
 * <p>The agent sees the program's monitor held around all operations of {@code meters}, threads
 * that wait for it, and hardly a write. The fixed form is what was merged: an immutable map in a
 * volatile field, looked at without a lock; who misses takes the lock, looks again and swaps in a
 * copy with one meter more.
 */
@Label(
    name = "micrometer-meters",
    rules = "guarded-map-contended",
    map = "meters",
    also = "copy-on-write-candidate",
    source = "micrometer-metrics/micrometer#241 -> #242")
public final class MicrometerMeters implements CorpusProgram {
  private static final int TAGS = 40;
  private static final int NEW_METER_EVERY_MILLIS = 100;
  private static final int MOST_METERS = 400;

  private final Map<String, LongAdder> meters = new HashMap<>();
  private volatile Map<String, LongAdder> unmodifiedMeters = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    final AtomicLong newest = new AtomicLong();
    new Crew(deadline)
        .with(4, () -> counter(fixed, known()).increment())
        .with(1, () -> meet(fixed, newest.getAndIncrement()))
        .work();
  }

  private void meet(boolean fixed, long tag) throws InterruptedException {
    counter(fixed, "http.requests|" + tag % MOST_METERS).increment();
    TimeUnit.MILLISECONDS.sleep(NEW_METER_EVERY_MILLIS);
  }

  private static String known() {
    return "http.requests|" + ThreadLocalRandom.current().nextInt(TAGS);
  }

  private LongAdder counter(boolean fixed, String id) {
    return fixed ? unlocked(id) : locked(id);
  }

  private synchronized LongAdder locked(String id) {
    final LongAdder known = meters.get(id);
    if (known != null) {
      return known;
    }
    final LongAdder meter = new LongAdder();
    meters.put(id, meter);
    return meter;
  }

  private LongAdder unlocked(String id) {
    final LongAdder known = unmodifiedMeters.get(id);
    return known == null ? register(id) : known;
  }

  private synchronized LongAdder register(String id) {
    final LongAdder known = unmodifiedMeters.get(id);
    if (known != null) {
      return known;
    }
    final LongAdder meter = new LongAdder();
    final Map<String, LongAdder> next = new HashMap<>(unmodifiedMeters);
    next.put(id, meter);
    unmodifiedMeters = next;
    return meter;
  }
}
