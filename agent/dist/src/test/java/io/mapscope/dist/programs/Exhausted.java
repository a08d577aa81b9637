package io.mapscope.dist.programs;

import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Uses maps at every depth of the stack down to its end, again and again, each time from another
 * depth on, so that the end comes at every place inside of an operation and of what records it.
 * This is the first that the program does: nothing has been used before. Then it merges into one
 * map.
 */
public final class Exhausted {
  private static final int DESCENTS = 160;
  private static final int STACK_BYTES = 192 * 1024;
  private static final int MERGES = 10_000;
  private static final Integer KEY = 1;

  static final Map<Integer, Integer> AFTERWARDS = new ConcurrentHashMap<>();

  private static final Map<?, ?>[] MAPS = {
    filled(new HashMap<>()),
    filled(new ConcurrentHashMap<>()),
    filled(new TreeMap<>()),
    filled(new Hashtable<>()),
    filled(new LinkedHashMap<>(16, 0.75f, true)),
    filled(new WeakHashMap<>()),
    filled(new ConcurrentSkipListMap<>()),
    filled(Collections.synchronizedMap(new HashMap<>()))
  };

  private static int overflows;
  private static int wrong;

  private Exhausted() {}

  private static Map<Integer, Integer> filled(Map<Integer, Integer> map) {
    map.put(KEY, 7);
    return map;
  }

  public static void main(String[] args) throws Exception {
    for (int descent = 0; descent < DESCENTS; descent++) {
      int first = descent;
      Thread thread = new Thread(null, () -> stepDown(first), "descent", STACK_BYTES);
      thread.start();
      thread.join();
    }
    for (int i = 0; i < MERGES; i++) {
      AFTERWARDS.merge(i % 100, 1, Integer::sum);
    }
    System.out.println("overflows " + overflows);
    System.out.println("wrong " + wrong);
    System.out.println("merges " + MERGES);
  }

  /** Another 16 bytes or so of stack for each step: what comes below begins at another place. */
  private static void stepDown(int steps) {
    if (steps > 0) {
      stepDown(steps - 1);
      return;
    }
    try {
      useToTheEnd(0);
    } catch (StackOverflowError expected) {
      overflows++;
    }
  }

  @SuppressWarnings("InfiniteRecursion") // that is what it is about
  private static int useToTheEnd(int depth) {
    Map<?, ?> map = MAPS[depth % MAPS.length];
    Object value = map.get(KEY);
    if (!Integer.valueOf(7).equals(value) || !map.containsKey(KEY) || map.size() != 1) {
      wrong++;
    }
    int seen = 0;
    for (Object key : map.keySet()) {
      seen += key == KEY ? 1 : 0;
    }
    if (seen != 1 || map.getOrDefault(KEY, null) != value) {
      wrong++;
    }
    return useToTheEnd(depth + 1) + 1;
  }
}
