package io.mapscope.dist.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that an agent comes into and leaves: its maps exist before, two threads use some of
 * them all the time and check every result, and one does a known number of operations whenever a
 * file {@code go-N} appears, until {@code stop} does.
 */
public final class Attachable {
  public static final int ENTRIES = 1_000;
  public static final int HITS = 7_000;
  public static final int MISSES = 500;
  public static final int REPLACED = 300;

  private static final long LOOK_NANOS = 2_000_000;
  private static final int LOADED = 512;

  private static final Map<Integer, Integer> COUNTED = new ConcurrentHashMap<>();
  private static final Map<Integer, Integer> PLAIN = new HashMap<>();
  private static final Map<Integer, Integer> BUSY = new ConcurrentHashMap<>();

  private static volatile boolean stopped;

  private Attachable() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[0]);
    for (int i = 0; i < ENTRIES; i++) {
      COUNTED.put(i, i);
      PLAIN.put(i, i);
    }
    Collection<Integer> view = PLAIN.values();
    List<Thread> load = List.of(new Thread(Attachable::load), new Thread(Attachable::load));
    load.forEach(Thread::start);
    System.out.println("ready");
    for (int n = 1; awaitOrder(directory, n); n++) {
      counted();
      plain();
      check(PLAIN.values() == view && view.size() == ENTRIES, "view");
      System.out.println("done-" + n);
    }
    stopped = true;
    for (Thread thread : load) {
      thread.join();
    }
    System.out.println("stopped");
  }

  private static boolean awaitOrder(Path directory, int n) {
    Path go = directory.resolve("go-" + n);
    while (!Files.exists(go)) {
      if (Files.exists(directory.resolve("stop"))) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  private static void counted() {
    for (int i = 0; i < HITS; i++) {
      check(COUNTED.get(i % ENTRIES) != null, "hit");
    }
    for (int i = 0; i < MISSES; i++) {
      check(COUNTED.get(-1 - i) == null, "miss");
    }
    for (int i = 0; i < REPLACED; i++) {
      check(COUNTED.put(i, i) != null, "replaced");
    }
  }

  private static void plain() {
    for (int i = 0; i < HITS; i++) {
      check(PLAIN.get(i % ENTRIES) != null, "hit");
    }
  }

  /** Every map made here is used and read in full, so a lost entry or view shows. */
  private static void load() {
    for (int round = 0; !stopped; round++) {
      Map<Integer, Integer> young = new HashMap<>();
      List<Integer> seen = new ArrayList<>();
      for (int i = 0; i < LOADED; i++) {
        young.put(i, round);
        BUSY.put(i, i);
        Integer there = BUSY.get(i);
        check(there != null && there == i, "busy");
      }
      seen.addAll(young.values());
      check(seen.size() == LOADED && young.size() == LOADED, "young");
    }
  }

  private static void check(boolean right, String what) {
    if (!right) {
      System.out.println("WRONG " + what);
      System.exit(1);
    }
  }
}
