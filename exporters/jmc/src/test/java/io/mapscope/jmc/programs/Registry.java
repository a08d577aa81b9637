package io.mapscope.jmc.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A registry whose values take a while to make: made while a synchronized map is locked, with a
 * HashMap beside it that is shared without a lock, or, called with {@code fixed}, made before they
 * are put into a ConcurrentHashMap, with nothing shared.
 */
public final class Registry {
  private static final int THREADS = 4;
  private static final int KEYS = 200;
  private static final int SHARED_PUTS = 200;
  private static final long VALUE_NANOS = 1_000_000;
  private static final long NANOS = 4_000_000_000L;

  static final Map<Integer, Integer> GUARDED = Collections.synchronizedMap(new HashMap<>());
  static final Map<Integer, Integer> CONCURRENT = new ConcurrentHashMap<>();
  static final Map<Integer, Integer> SHARED = new HashMap<>();

  private Registry() {}

  public static void main(String[] arguments) throws InterruptedException {
    Runnable work = arguments.length > 0 ? Registry::workWell : Registry::workBadly;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(work, "worker-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("done " + GUARDED.size() + " " + CONCURRENT.size());
  }

  private static void workBadly() {
    long end = System.nanoTime() + NANOS;
    for (int i = 0; System.nanoTime() < end; i++) {
      int number = i;
      GUARDED.compute(i % KEYS, (key, old) -> valueOf(number));
      share(i);
    }
  }

  /** Longer than a value takes to make: the next thread through the lock meets this one here. */
  private static void share(int value) {
    long end = System.nanoTime() + 2 * VALUE_NANOS;
    do {
      for (int key = 0; key < SHARED_PUTS; key++) {
        SHARED.put(key, value);
      }
    } while (System.nanoTime() < end);
  }

  private static void workWell() {
    long end = System.nanoTime() + NANOS;
    for (int i = 0; System.nanoTime() < end; i++) {
      CONCURRENT.put(i % KEYS, valueOf(i));
    }
  }

  private static int valueOf(int number) {
    LockSupport.parkNanos(VALUE_NANOS);
    return number;
  }
}
