package io.mapscope.othermaps.programs;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Caffeine's caches, with and without bounds, by their own interface and as maps. */
public final class CaffeineCaches {
  private static final int MANY = 100_000;

  static final Cache<Integer, String> BOUNDED_AS_MAP =
      Caffeine.newBuilder().maximumSize(MANY).build();
  static final Cache<Integer, String> UNBOUNDED_AS_MAP = Caffeine.newBuilder().build();
  static final Cache<Integer, String> BOUNDED =
      Caffeine.newBuilder().maximumSize(MANY).recordStats().build();
  static final Cache<Integer, String> UNBOUNDED = Caffeine.newBuilder().recordStats().build();
  static final Cache<Integer, String> EXPIRING =
      Caffeine.newBuilder().expireAfterAccess(1, TimeUnit.HOURS).weakKeys().build();
  static final LoadingCache<Integer, String> LOADING =
      Caffeine.newBuilder().maximumSize(MANY).build(key -> "value " + key);
  static final AsyncCache<Integer, String> ASYNC =
      Caffeine.newBuilder().maximumSize(MANY).buildAsync();

  private CaffeineCaches() {}

  public static void main(String[] args) throws Exception {
    Workload.run("BOUNDED_AS_MAP", new MapUse(BOUNDED_AS_MAP.asMap()));
    Workload.run("UNBOUNDED_AS_MAP", new MapUse(UNBOUNDED_AS_MAP.asMap()));
    Workload.run("BOUNDED", new CacheUse(BOUNDED));
    Workload.run("UNBOUNDED", new CacheUse(UNBOUNDED));
    Workload.run("EXPIRING", new CacheUse(EXPIRING));
    Workload.run("LOADING", CaffeineCaches::load);
    Workload.run("ASYNC", CaffeineCaches::loadAsync);
    CacheUse.recursion(BOUNDED);
  }

  private static void load(Random random, Oracle oracle) {
    Integer key = random.nextInt(Use.KEYS);
    if (random.nextInt(10) == 0) {
      LOADING.invalidate(key);
      oracle.did("removeAny");
    } else {
      MapUse.check(LOADING.get(key).equals("value " + key));
      oracle.did("computeIfAbsentAny");
    }
  }

  private static void loadAsync(Random random, Oracle oracle) {
    Integer key = random.nextInt(Use.KEYS);
    MapUse.check(ASYNC.get(key, k -> "value " + k).join().equals("value " + key));
    oracle.did("computeIfAbsentAny");
  }

  /** By the interface of the cache. */
  private record CacheUse(Cache<Integer, String> cache) implements Use {
    /** The same objects each time: one of the caches compares keys by identity. */
    private static final Integer[] SAME = new Integer[KEYS];

    static {
      for (int i = 0; i < KEYS; i++) {
        SAME[i] = i;
      }
    }

    @Override
    public void step(Random random, Oracle oracle) {
      Integer key = SAME[random.nextInt(KEYS)];
      switch (random.nextInt(8)) {
        case 0, 1 -> oracle.did(cache.getIfPresent(key) != null, "getHit", "getMiss");
        case 2, 3 -> get(key, oracle);
        case 4 -> {
          cache.put(key, "value");
          oracle.did("putAny");
        }
        case 5 -> {
          cache.invalidate(key);
          oracle.did("removeAny");
        }
        case 6 -> {
          MapUse.use(cache.estimatedSize());
          oracle.did("size");
        }
        default -> oracle.did(cache.asMap().get(key) != null, "getHit", "getMiss");
      }
    }

    private void get(Integer key, Oracle oracle) {
      boolean[] ran = new boolean[1];
      MapUse.use(
          cache.get(
              key,
              k -> {
                ran[0] = true;
                return "value";
              }));
      oracle.did(ran[0], "computeIfAbsentAbsent", "computeIfAbsentPresent");
    }

    @Override
    public void alone(Oracle oracle) {
      cache.invalidateAll();
      oracle.did("clear");
    }

    /** What a loading function does to the same cache counts too; 3 reads and one load. */
    static void recursion(Cache<Integer, String> cache) {
      MapUse.use(
          cache.get(
              -1,
              key -> {
                for (int i = 0; i < 3; i++) {
                  MapUse.check(cache.getIfPresent(-2) == null);
                }
                return "value";
              }));
      System.out.println("BOUNDED getMiss 3");
      System.out.println("BOUNDED computeIfAbsentAbsent 1");
    }
  }
}
