package io.mapscope.dist.programs;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes that end in an exception, in an exhausted stack, or that come back into the same map; then
 * another thread uses the map. Nothing they leave behind may look like a thread inside.
 */
public final class BrokenOperations {
  static final Map<Object, Integer> THROWING = new HashMap<>();
  static final Map<Object, Integer> EXHAUSTED = new HashMap<>();
  static final Map<Object, Integer> REENTRANT = new HashMap<>();
  static final Map<Object, Integer> TREE = new TreeMap<>();
  static final Map<Object, Integer> FUNCTION_THROWS = new HashMap<>();
  private static final int ROUNDS = 2_000;
  private static final int EXHAUSTIONS = 20;
  private static int failures;

  private BrokenOperations() {}

  /** What a key does when it is asked. */
  private record Key(int hash, Runnable inHashCode, Runnable inEquals) implements Comparable<Key> {
    @Override
    public int hashCode() {
      inHashCode.run();
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      inEquals.run();
      return this == other;
    }

    @Override
    public int compareTo(Key other) {
      inEquals.run();
      return Integer.compare(hash, other.hash);
    }
  }

  public static void main(String[] args) throws Exception {
    Runnable nothing = () -> {};
    Runnable fails = BrokenOperations::fail;
    if (args.length > 0) {
      exhausted();
      return;
    }
    for (int i = 0; i < ROUNDS; i++) {
      int hash = i;
      attempt(() -> THROWING.put(new Key(hash, fails, nothing), 1));
      THROWING.put(new Key(1, nothing, nothing), 1);
      attempt(() -> THROWING.put(new Key(1, nothing, fails), 1));
      attempt(() -> THROWING.remove(new Key(1, nothing, fails)));
      attempt(() -> TREE.put(new Key(hash, nothing, fails), 1));
      attempt(() -> FUNCTION_THROWS.computeIfAbsent(hash, key -> throwing()));
      attempt(() -> FUNCTION_THROWS.merge(hash & 1, 1, (old, one) -> throwing()));
      Key comesBack = new Key(hash, () -> REENTRANT.merge("hashed", 1, Integer::sum), nothing);
      REENTRANT.put(comesBack, REENTRANT.getOrDefault(comesBack, 1));
      useElsewhere(i);
    }
    System.out.println(failures);
  }

  private static void exhausted() throws InterruptedException {
    Runnable nothing = () -> {};
    Runnable endless = BrokenOperations::exhaust;
    for (int i = 0; i < EXHAUSTIONS; i++) {
      int hash = i;
      attempt(() -> EXHAUSTED.put(new Key(hash, endless, nothing), 1));
      EXHAUSTED.put(new Key(7, nothing, nothing), 1);
      attempt(() -> EXHAUSTED.put(new Key(7, nothing, endless), 1));
      useElsewhere(0);
    }
    System.out.println(failures);
  }

  private static void useElsewhere(int i) throws InterruptedException {
    if (i % 50 == 0) {
      Thread thread =
          new Thread(
              () -> {
                THROWING.put("other", 1);
                EXHAUSTED.put("other", 1);
                REENTRANT.put("other", 1);
                FUNCTION_THROWS.put("other", 1);
                TREE.clear();
                THROWING.get("other");
              });
      thread.start();
      thread.join();
    }
  }

  private static void attempt(Runnable operation) {
    try {
      operation.run();
    } catch (IllegalStateException | StackOverflowError expected) {
      failures++; // goes on as an application would
    }
  }

  private static void fail() {
    throw new IllegalStateException("as planned");
  }

  private static Integer throwing() {
    throw new IllegalStateException("as planned");
  }

  private static void exhaust() {
    Integer absent = EXHAUSTED.get("not there"); // recorded at every depth, to the last frame
    if (absent == null) {
      exhaust();
    }
  }
}
