package io.mapscope.dist.programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Maps with a hot key, with nulls, with values that can be changed, and in insertion order. */
public final class Skewed {
  static final Map<String, Integer> HOT = new ConcurrentHashMap<>();
  static final Map<String, Integer> MERGED = new ConcurrentHashMap<>();
  static final Map<String, Integer> PLAIN = new HashMap<>();
  static final Map<String, Integer> COMPUTED = new ConcurrentHashMap<>();
  static final Map<String, Integer> REMOVED = Collections.synchronizedMap(new HashMap<>());
  static final Map<String, Integer> EVEN = new ConcurrentHashMap<>();
  static final Map<String, Integer> NULLS = new HashMap<>();
  static final Map<String, List<String>> LISTS = new ConcurrentHashMap<>();
  static final Map<String, Integer> IN_ORDER = new LinkedHashMap<>();

  static final Map<Long, Integer> NUMBERED = new HashMap<>();
  static final Map<Object, Integer> MIXED = new HashMap<>();

  private static final int KEYS = 1_000;
  private static final long NANOS = 4_000_000_000L;

  private Skewed() {}

  public static void main(String[] args) {
    for (int i = 0; i < KEYS; i++) {
      HOT.put("key" + i, i);
      EVEN.put("key" + i, i);
      LISTS.put("key" + i, new ArrayList<>());
      IN_ORDER.put("key" + i, i);
    }
    NULLS.put(null, 1);
    NULLS.put("null", null);
    int traversals = 0;
    int sum = 0;
    long end = System.nanoTime() + NANOS;
    for (long i = 0; System.nanoTime() < end; i++) {
      int random = Oracle.random(100);
      String other = "key" + Oracle.random(KEYS);
      sum += HOT.getOrDefault(random < 50 ? "hot\n" : random < 70 ? "warm" : other, 1);
      sum += EVEN.getOrDefault(other, 0) + LISTS.getOrDefault(other, List.of()).size();
      if (i % 100_000 == 0) {
        traversals++;
        for (Integer value : IN_ORDER.values()) {
          sum += value;
        }
      }
      MERGED.merge(random < 50 ? "hot" : other, 1, Integer::sum);
      PLAIN.merge(random < 50 ? "hot" : other, 1, Integer::sum);
      sum += COMPUTED.computeIfAbsent(random < 50 ? "hot" : other, String::length);
      String taken = random < 50 ? "hot" : other;
      if (REMOVED.remove(taken) == null) {
        REMOVED.put(taken, 1);
      }
      NULLS.put("again", sum);
      NUMBERED.put((long) random, sum);
      MIXED.put(random < 50 ? (Object) random : other, sum);
    }
    System.out.println(traversals);
  }
}
