package io.mapscope.corpus.programs.healthy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Meters by name, registered by the double check: {@code get} without a lock, and for who misses
 * once more, with {@code put}, under the registry's monitor.
 *
 * <p>A trap for whoever takes every {@code get} and {@code put} of a key for a race: all puts are
 * under one lock, with a look of their own. Why not {@code computeIfAbsent}: registering runs
 * listeners that register meters themselves, which a function under a bin's lock must not.
 */
@Label(
    name = "healthy-double-checked-meters",
    source = "micrometer-metrics/micrometer#242, and #2087 for the function that deadlocked")
public final class DoubleCheckedMeters implements CorpusProgram {
  private static final int METERS = 200;

  private final ConcurrentMap<String, LongAdder> meters = new ConcurrentHashMap<>();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    new Crew(deadline).with(3, this::measure).with(1, this::close).work();
  }

  private static String name() {
    return "meter-" + ThreadLocalRandom.current().nextInt(METERS);
  }

  private void measure() {
    for (int i = 0; i < 20; i++) {
      meter(name()).increment();
    }
    LockSupport.parkNanos(50_000);
  }

  private LongAdder meter(String name) {
    final LongAdder known = meters.get(name);
    return known == null ? register(name) : known;
  }

  private synchronized LongAdder register(String name) {
    final LongAdder known = meters.get(name);
    if (known != null) {
      return known;
    }
    final LongAdder meter = new LongAdder();
    meters.put(name, meter);
    return meter;
  }

  private void close() {
    synchronized (this) {
      meters.remove(name());
    }
    LockSupport.parkNanos(100_000);
  }
}
