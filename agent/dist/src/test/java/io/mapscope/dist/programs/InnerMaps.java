package io.mapscope.dist.programs;

import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The maps that callbacks use, whoever calls back. Nothing is called from inside them, so their
 * locks are always the last ones that a thread takes: the program by itself cannot lock up.
 */
final class InnerMaps {
  private static final int KEYS = 64;

  final Map<Integer, Integer> concurrent = new ConcurrentHashMap<>();
  final Map<Integer, Integer> sorted = new ConcurrentSkipListMap<>();
  final Map<Integer, Integer> table = new Hashtable<>();
  final Map<Integer, Integer> wrapped = Collections.synchronizedMap(new HashMap<>());
  final Map<Integer, Integer> guarded = new HashMap<>();

  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong inside = new AtomicLong();
  private volatile boolean closed;

  /** One merge into each map, until it is all over: finalizers may come later than that. */
  void touch() {
    inside.incrementAndGet();
    if (!closed) {
      Integer key = Oracle.random(KEYS);
      concurrent.merge(key, 1, Integer::sum);
      sorted.merge(key, 1, Integer::sum);
      table.merge(key, 1, Integer::sum);
      wrapped.merge(key, 1, Integer::sum);
      synchronized (guarded) {
        guarded.merge(key, 1, Integer::sum);
      }
      calls.incrementAndGet();
    }
    inside.decrementAndGet();
  }

  /** Lets nobody in any more and prints how often each map was merged into. */
  void close() throws InterruptedException {
    closed = true;
    while (inside.get() > 0) {
      Thread.sleep(1);
    }
    System.out.println("inner " + calls.get());
  }
}
