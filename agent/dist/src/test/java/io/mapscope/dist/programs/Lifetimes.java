package io.mapscope.dist.programs;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Maps with a known build, growth, end, filling and spread; prints what it did and, at the end, the
 * CPU time of its process.
 */
public final class Lifetimes {
  static final Map<String, Integer> LRU = new Eldest();
  static final Map<String, Integer> BY_CASE = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  static final Map<Integer, Integer> GROWING = new ConcurrentHashMap<>();
  static final Map<String, Integer> SHARED = new ConcurrentHashMap<>();
  static final Map<String, Integer> OWN = new ConcurrentHashMap<>();
  static final Map<BadKey, Integer> CROWDED = new HashMap<>();
  static final Map<Integer, Integer> EVEN = new ConcurrentHashMap<>();

  static final Map<Integer, List<Integer>> CHANGED = new ConcurrentHashMap<>();
  static final Map<Integer, Queue<Integer>> DRAINED = new ConcurrentHashMap<>();
  static final Map<Integer, List<Integer>> STILL = new ConcurrentHashMap<>();

  private static final List<Map<?, ?>> KEPT = new ArrayList<>();
  private static final int SHORT_LIVED = 200;
  private static final int ENTRIES = 100;
  private static final int ROOMY = 40;
  private static final int ROOMY_PLACES = 50_000;
  private static final int UNUSED = 30;
  private static final int KEYS = 20_000;
  private static final int ROUNDS = 50;
  private static final int GROWTH_PER_ROUND = 100;
  private static final long ROUND_NANOS = 100_000_000L;

  /** Keeps ten entries in order of access. */
  private static final class Eldest extends LinkedHashMap<String, Integer> {
    private static final long serialVersionUID = 1;

    Eldest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > 10;
    }
  }

  /** Sixteen hashes for all keys. */
  record BadKey(int id) {
    @Override
    public int hashCode() {
      return id & 15;
    }
  }

  private Lifetimes() {}

  public static void main(String[] args) throws InterruptedException {
    BY_CASE.put("a", 1);
    OWN.put("a", 1);
    SHARED.put("a", 1);
    Thread other = new Thread(() -> SHARED.put("b", 2));
    other.start();
    other.join();
    for (int i = 0; i < KEYS; i++) {
      CROWDED.put(new BadKey(i), i);
      EVEN.put(Oracle.random(Integer.MAX_VALUE), i);
    }
    for (int i = 0; i < UNUSED; i++) {
      CHANGED.put(i, new ArrayList<>());
      DRAINED.put(i, new ArrayDeque<>());
      STILL.put(i, new ArrayList<>(List.of(i)));
    }
    keep();
    WeakReference<Object> last = null;
    for (int i = 0; i < SHORT_LIVED; i++) {
      last = new WeakReference<>(fill());
    }
    rounds();
    while (last != null && last.get() != null) {
      System.gc();
    }
    collectWhatTheAgentJustLookedAt();
    System.out.println("GROWING " + GROWING.size());
    System.out.println("cpu " + cpuNanos());
  }

  /** The collector's look at a map keeps it alive for a moment. */
  private static void collectWhatTheAgentJustLookedAt() {
    for (int i = 0; i < 3; i++) {
      System.gc();
      LockSupport.parkNanos(ROUND_NANOS);
    }
  }

  private static void keep() {
    for (int i = 0; i < ROOMY; i++) {
      Map<String, Integer> roomy = new HashMap<>(ROOMY_PLACES);
      roomy.put("only", i);
      KEPT.add(roomy);
    }
    for (int i = 0; i < UNUSED; i++) {
      KEPT.add(new LinkedHashMap<>());
    }
  }

  private static Object fill() {
    Map<Integer, Integer> shortLived = new HashMap<>();
    for (int i = 0; i < ENTRIES; i++) {
      shortLived.put(i, i);
    }
    return shortLived;
  }

  private static void rounds() {
    int sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (List<Integer> list : CHANGED.values()) {
        list.add(round);
      }
      for (Queue<Integer> queue : DRAINED.values()) {
        queue.add(round);
        queue.poll();
      }
      for (int i = 0; i < GROWTH_PER_ROUND; i++) {
        GROWING.put(GROWING.size(), i);
        LRU.put("key" + i, i);
        sum += LRU.getOrDefault("key" + i / 2, 0);
        sum += CROWDED.getOrDefault(new BadKey(i), 0) + EVEN.getOrDefault(i, 0);
      }
      LockSupport.parkNanos(ROUND_NANOS);
    }
    System.out.println("sum " + sum);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
