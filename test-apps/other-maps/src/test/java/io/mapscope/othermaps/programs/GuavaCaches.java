package io.mapscope.othermaps.programs;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/** Guava's caches, by their own interface and as maps. */
public final class GuavaCaches {
  private static final int MANY = 100_000;

  static final Cache<Integer, String> AS_MAP = CacheBuilder.newBuilder().maximumSize(MANY).build();
  static final Cache<Integer, String> CACHE = CacheBuilder.newBuilder().build();
  static final LoadingCache<Integer, String> LOADING =
      CacheBuilder.newBuilder().maximumSize(MANY).build(CacheLoader.from(key -> "value " + key));

  private GuavaCaches() {}

  public static void main(String[] args) throws Exception {
    Workload.run("AS_MAP", new MapUse(AS_MAP.asMap()));
    Workload.run("CACHE", new CacheUse());
    Workload.run("LOADING", GuavaCaches::load);
  }

  private static void load(Random random, Oracle oracle) {
    Integer key = random.nextInt(Use.KEYS);
    if (random.nextInt(10) == 0) {
      LOADING.invalidate(key);
      oracle.did("removeAny");
    } else {
      MapUse.check(LOADING.getUnchecked(key).equals("value " + key));
      oracle.did("computeIfAbsentAny");
    }
  }

  /** By the interface of the cache. */
  private static final class CacheUse implements Use {
    @Override
    public void step(Random random, Oracle oracle) {
      Integer key = random.nextInt(KEYS);
      switch (random.nextInt(8)) {
        case 0, 1 -> oracle.did(CACHE.getIfPresent(key) != null, "getHit", "getMiss");
        case 2, 3 -> get(key, oracle);
        case 4 -> {
          CACHE.put(key, "value");
          oracle.did("putAny");
        }
        case 5 -> {
          CACHE.invalidate(key);
          oracle.did("removeAny");
        }
        case 6 -> {
          MapUse.use(CACHE.size());
          oracle.did("size");
        }
        default -> oracle.did(CACHE.asMap().get(key) != null, "getHit", "getMiss");
      }
    }

    private static void get(Integer key, Oracle oracle) {
      boolean[] ran = new boolean[1];
      try {
        MapUse.use(
            CACHE.get(
                key,
                () -> {
                  ran[0] = true;
                  return "value";
                }));
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
      oracle.did(ran[0], "computeIfAbsentAbsent", "computeIfAbsentPresent");
    }

    /** What a loader does to the same cache counts too. */
    @Override
    public void alone(Oracle oracle) {
      CACHE.invalidateAll();
      oracle.did("clear");
      try {
        MapUse.use(
            CACHE.get(
                -1,
                () -> {
                  oracle.did(CACHE.getIfPresent(-2) != null, "getHit", "getMiss");
                  return "value";
                }));
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
      oracle.did("computeIfAbsentAbsent");
    }
  }
}
