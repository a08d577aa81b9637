package io.mapscope.dist.programs;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads a class with maps a thousand times, each time by a loader of its own, and drops them. */
public final class ManyLoaders {
  private static final int LOADERS = 1_000;
  private static final int MOST_ROUNDS = 300;
  private static final long ROUND_MILLIS = 100;

  private ManyLoaders() {}

  public static void main(String[] args) throws Exception {
    List<WeakReference<Class<?>>> loaded = new ArrayList<>();
    for (int i = 0; i < LOADERS; i++) {
      OneClassLoader.initialise(Tenant.class, copy -> loaded.add(new WeakReference<>(copy)));
    }
    long living = LOADERS;
    for (int round = 0; round < MOST_ROUNDS && living > 0; round++) {
      System.gc();
      Thread.sleep(ROUND_MILLIS);
      living = loaded.stream().filter(copy -> copy.get() != null).count();
    }
    System.out.println("merges " + LOADERS * Tenant.MERGES);
    System.out.println("living " + living);
  }

  /** Loaded anew each time. */
  static final class Tenant {
    static final int MERGES = 50;
    static final Map<Integer, Object> CACHE = new ConcurrentHashMap<>();
    static final Map<Object, Integer> COUNTS = new HashMap<>();

    static {
      for (int i = 0; i < MERGES; i++) {
        CACHE.merge(i, new Tenant(), (one, other) -> one);
        COUNTS.merge(Tenant.class, 1, Integer::sum);
      }
      OneClassLoader.hook(Tenant.class).accept(Tenant.class);
    }

    private Tenant() {}
  }
}
