package io.mapscope.dist.programs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Copies maps a known number of times; one of the copies waits for a writer in between. */
public final class Copying {
  /** Copies of {@link #PLAIN} of each of three ways. */
  public static final int TIMES = 100;

  /** Entries of {@link #PLAIN}. */
  public static final int ENTRIES = 500;

  /** Writes during the one copy of {@link #TORN}. */
  public static final int WRITES = 7;

  private static final Map<Integer, Integer> PLAIN = new HashMap<>();
  private static final Map<Object, Integer> TORN = new ConcurrentHashMap<>();

  private Copying() {}

  /** A key whose hash code, once armed, lets the writer write before the copying goes on. */
  private static final class Gate {
    private final CountDownLatch copying = new CountDownLatch(1);
    private final CountDownLatch written = new CountDownLatch(1);
    private boolean armed;

    @Override
    public int hashCode() {
      if (armed) {
        copying.countDown();
        await(written);
      }
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < ENTRIES; i++) {
      PLAIN.put(i, i);
    }
    for (int i = 0; i < TIMES; i++) {
      long copied =
          new HashMap<>(PLAIN).size()
              + new ArrayList<>(PLAIN.values()).size()
              + Map.copyOf(PLAIN).size()
              + PLAIN.values().stream().map(Object::toString).toList().size()
              + PLAIN.keySet().parallelStream().collect(Collectors.toSet()).size()
              + PLAIN.values().stream().filter(value -> value < 0).toList().size();
      if (copied != 5L * ENTRIES) {
        throw new IllegalStateException("copied " + copied);
      }
    }
    Gate gate = new Gate();
    TORN.put(gate, 1);
    gate.armed = true;
    Thread writer = new Thread(() -> write(gate));
    writer.start();
    new HashMap<>(TORN);
    writer.join();
  }

  private static void write(Gate gate) {
    await(gate.copying);
    for (int i = 0; i < WRITES; i++) {
      TORN.put("key-" + i, i);
    }
    gate.written.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
