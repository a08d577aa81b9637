package io.mapscope.corpus.programs.costlycopy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Kafka's sensors by name, as they were held: in a map that copies itself on every write. With
 * 100,000 of them in it, each client that connects and brings its own copied all others.
 *
 * <p>The agent sees one full copy for each new sensor. The fixed form is the ConcurrentHashMap that
 * was merged, and a trap: it is read far more than written, but large, and new clients come in
 * bursts; whoever advises copy on write for it has not read the issue.
 */
@Label(
    name = "kafka-sensors",
    rules = "costly-copy",
    map = "sensors",
    also = "resize-churn",
    source = "apache/kafka#369 (KAFKA-2664)")
public final class KafkaSensors implements CorpusProgram {
  private static final int SENSORS = 20_000;
  private static final int BURST = 40;

  private volatile Map<Integer, LongAdder> sensors = Map.of();
  private final ConcurrentMap<Integer, LongAdder> concurrentSensors = new ConcurrentHashMap<>();
  private final AtomicInteger newest = new AtomicInteger(SENSORS);

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    final Map<Integer, LongAdder> first = new HashMap<>();
    for (int sensor = 0; sensor < SENSORS; sensor++) {
      first.put(sensor, new LongAdder());
    }
    concurrentSensors.putAll(first);
    sensors = first;
    new Crew(deadline).with(1, () -> connect(fixed)).with(2, () -> record(fixed)).work();
  }

  /** A burst of clients connects, another one goes. */
  private void connect(boolean fixed) throws InterruptedException {
    for (int i = 0; i < BURST; i++) {
      final int sensor = newest.getAndIncrement();
      if (fixed) {
        concurrentSensors.put(sensor, new LongAdder());
        concurrentSensors.remove(sensor - SENSORS);
      } else {
        add(sensor, sensor - SENSORS);
      }
    }
    TimeUnit.MILLISECONDS.sleep(200);
  }

  private void add(int sensor, int gone) {
    final Map<Integer, LongAdder> copy = new HashMap<>(sensors);
    copy.put(sensor, new LongAdder());
    copy.remove(gone);
    sensors = copy;
  }

  private void record(boolean fixed) {
    final Map<Integer, LongAdder> map = fixed ? concurrentSensors : sensors;
    for (int i = 0; i < 100; i++) {
      final int sensor = newest.get() - 1 - ThreadLocalRandom.current().nextInt(SENSORS / 2);
      final LongAdder known = map.get(sensor);
      if (known != null) {
        known.increment();
      }
    }
    LockSupport.parkNanos(20_000);
  }
}
