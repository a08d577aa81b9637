package io.mapscope.dashboards.programs;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One JVM of a fleet: uses maps in all ways that there are metrics of, until it is ended. */
public final class Member {
  /** How many entries {@link #SIZED} has in every JVM. */
  public static final int SIZED_ENTRIES = 1_000;

  static final Map<Integer, Integer> SIZED = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> RACY = new HashMap<>();
  static final Map<Integer, Integer> QUEUED = Collections.synchronizedMap(new HashMap<>());
  static final Map<Integer, Integer> COUNTERS = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> COPIED = new ConcurrentHashMap<>();
  private static final int KEYS = 512;
  private static final int COPIED_ENTRIES = 20_000;

  private Member() {}

  public static void main(String[] args) throws Exception {
    fill(SIZED, SIZED_ENTRIES);
    fill(RACY, KEYS);
    fill(COPIED, COPIED_ENTRIES);
    start(Member::work);
    start(Member::work);
    start(Member::copy);
    start(Member::write);
    System.out.println("ready");
    Thread.currentThread().join();
  }

  private static void fill(Map<Integer, Integer> map, int entries) {
    for (int key = 0; key < entries; key++) {
      map.put(key, key);
    }
  }

  private static void start(Runnable step) {
    Thread thread = new Thread(() -> repeat(step));
    thread.setDaemon(true);
    thread.start();
  }

  private static void repeat(Runnable step) {
    while (true) {
      step.run();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  /** Races in one map, gets between the two steps of another, and queues for a third. */
  private static void work() {
    for (int i = 0; i < 10 * KEYS; i++) {
      RACY.put(i % KEYS, i);
      SIZED.get(i % (2 * SIZED_ENTRIES));
      Integer before = COUNTERS.get(i % 2);
      COUNTERS.put(i % 2, before == null ? 1 : before + 1);
    }
    QUEUED.merge(1, 1, Member::slowly);
    COUNTERS.compute(1, (key, value) -> slowly(1, 1));
  }

  private static int slowly(int before, int value) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    return before + value;
  }

  private static void copy() {
    Map<Integer, Integer> copy = new HashMap<>(COPIED);
    try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
      out.writeObject(copy);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void write() {
    for (int key = 0; key < COPIED_ENTRIES; key++) {
      COPIED.put(key, key + 1);
    }
  }
}
