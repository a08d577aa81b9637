package io.mapscope.dist.programs;

import java.security.Permission;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Merges into a map, sets the security manager that is named, if it is one, so many milliseconds
 * later, merges again, waits for so many milliseconds and prints how often it has merged: {@code
 * policy} asks the JDK's policy, which allows next to nothing, {@code denying} denies everything to
 * everybody.
 */
@SuppressWarnings("removal") // that is what it is about
public final class Restricted {
  private static final int THREADS = 4;
  private static final int MERGES = 20_000;

  static final Map<Integer, Integer> MERGED = new ConcurrentHashMap<>();
  static Map<Integer, Integer> late = Map.of();

  private Restricted() {}

  private static final class Denying extends SecurityManager {
    @Override
    public void checkPermission(Permission permission) {
      throw new SecurityException("denied: " + permission.getName());
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
      checkPermission(permission);
    }
  }

  public static void main(String[] args) throws Exception {
    work(MERGED);
    // Long enough for the agent to have begun: what is denied is the rest of its life.
    Thread.sleep(Integer.parseInt(args[1]));
    switch (args[0]) {
      case "policy" -> System.setSecurityManager(new SecurityManager());
      case "denying" -> System.setSecurityManager(new Denying());
      default -> System.out.println("no security manager is set");
    }
    work(MERGED);
    late = new ConcurrentHashMap<>();
    work(late);
    Thread.sleep(Integer.parseInt(args[2]));
    System.out.println("merges " + 2L * THREADS * MERGES);
  }

  private static void work(Map<Integer, Integer> map) throws InterruptedException {
    Thread[] threads = new Thread[THREADS];
    for (int t = 0; t < THREADS; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < MERGES; i++) {
                  map.merge(i % 100, 1, Integer::sum);
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
