package io.mapscope.corpus.programs.torncopy;

import io.mapscope.corpus.CorpusProgram;
import io.mapscope.corpus.Crew;
import io.mapscope.corpus.Deadline;
import io.mapscope.corpus.Label;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stock levels sent to a replica by Java serialization of the live ConcurrentHashMap, while a
 * thread goes on booking.
 *
 * <p>The agent sees serializations with writes in the middle. The fixed form serializes an
 * immutable map that the only writer swaps.
 */
@Label(
    name = "stock-replica",
    rules = "torn-copy",
    map = "levelByItem",
    also = "costly-serialization",
    fix = "an immutable copy, swapped at another pace",
    source = "flink#5930, guava#1558: serialization of a map that changes meanwhile")
public final class StockReplica implements CorpusProgram {
  private static final int ITEMS = 2_000;

  private final ConcurrentMap<Integer, Integer> levelByItem = new ConcurrentHashMap<>();
  private volatile Map<Integer, Integer> snapshot = Map.of();

  @Override
  public void run(boolean fixed, Deadline deadline) throws InterruptedException {
    for (int item = 0; item < ITEMS; item++) {
      levelByItem.put(item, 0);
    }
    snapshot = Map.copyOf(levelByItem);
    new Crew(deadline)
        .with(1, fixed ? this::swap : this::book)
        .with(1, () -> replicate(fixed ? snapshot : levelByItem))
        .work();
  }

  private void book() {
    levelByItem.put(item(), ThreadLocalRandom.current().nextInt());
    LockSupport.parkNanos(10_000);
  }

  /** A delivery of a hundred items: the map is copied once for all of them. */
  private void swap() throws InterruptedException {
    final Map<Integer, Integer> next = new HashMap<>(snapshot);
    for (int i = 0; i < 100; i++) {
      next.put(item(), ThreadLocalRandom.current().nextInt());
    }
    snapshot = next;
    TimeUnit.MILLISECONDS.sleep(200);
  }

  private static void replicate(Map<Integer, Integer> levels) throws Exception {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(levels);
    }
    if (bytes.size() == 0) {
      throw new IllegalStateException("nothing to send");
    }
    TimeUnit.MILLISECONDS.sleep(400);
  }

  private static int item() {
    return ThreadLocalRandom.current().nextInt(ITEMS);
  }
}
