package io.mapscope.benchmarks.scaling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The maps of a measured JVM, in an array because the measured classes are maps and sets. */
final class ChildMaps {
  /** Slower than stacks may be walked in the first minute, which is 6,000 a second. */
  private static final int BORN_AT_ONCE = 500;

  private static final long BETWEEN_MILLIS = 100;

  /** More than the agent tracks: the rest may come as fast as it likes. */
  private static final int PACED = 60_000;

  private ChildMaps() {}

  /** Makes {@code count} maps at {@code sites} places in turn. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static Map<Integer, Integer>[] make(int sites, int count)
      throws ReflectiveOperationException, InterruptedException {
    final IntFunction<Map<Integer, Integer>>[] makers =
        new IntFunction[1 + (sites - 1) / SiteClasses.SITES_PER_CLASS];
    for (int i = 0; i < makers.length; i++) {
      makers[i] =
          Class.forName(SiteClasses.className(i * SiteClasses.SITES_PER_CLASS))
              .asSubclass(IntFunction.class)
              .getConstructor()
              .newInstance();
    }
    final Map<Integer, Integer>[] maps = new Map[count];
    for (int i = 0; i < count; i++) {
      final int site = i % sites;
      maps[i] =
          makers[site / SiteClasses.SITES_PER_CLASS].apply(site % SiteClasses.SITES_PER_CLASS);
      if (i < PACED && (i + 1) % BORN_AT_ONCE == 0) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_MILLIS);
      }
    }
    return maps;
  }

  /** A map of a site that comes last. */
  static Map<Integer, Integer> makeLate() {
    return new ConcurrentHashMap<>();
  }

  /** Every operation that has a metric of its own, copies and serializations too. */
  static void useInEveryWay(Map<Integer, Integer> map) throws IOException {
    map.put(1, 1);
    map.put(1, 2);
    map.get(1);
    map.get(2);
    map.putIfAbsent(3, 3);
    map.computeIfAbsent(3, key -> key);
    map.computeIfAbsent(4, key -> key);
    map.compute(3, (key, value) -> 1);
    map.merge(3, 1, Integer::sum);
    map.replace(3, 2);
    map.putAll(Map.of(5, 5));
    map.remove(5);
    map.remove(6);
    int sum = map.size();
    for (final Integer value : map.values()) {
      sum += value;
    }
    if (new ConcurrentHashMap<>(map).size() > sum) {
      throw new IllegalStateException("a copy is larger than its original");
    }
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(map);
    }
    map.clear();
  }
}
