package io.mapscope.shop.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Answered requests and the time they took, by route.
 *
 * <p>An observer sees two small concurrent maps with a {@code merge} per request, most of them on
 * the key of the busiest route: every thread waits for that one bin, and every count boxes a
 * number. The statistics copy both maps while requests write them.
 */
final class RequestCounters {
  private final ConcurrentMap<String, Long> countByRoute = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> nanosByRoute = new ConcurrentHashMap<>();

  void add(String route, long nanos) {
    countByRoute.merge(route, 1L, Long::sum);
    nanosByRoute.merge(route, nanos, Long::sum);
  }

  /** Answered requests by route; not all of the same moment. */
  Map<String, Long> counts() {
    return new TreeMap<>(countByRoute);
  }

  /** Mean time of a request by route in microseconds; the two sums are not of one moment. */
  Map<String, Long> meanMicros() {
    Map<String, Long> means = new TreeMap<>();
    counts().forEach((route, count) -> means.put(route, meanMicros(route, count)));
    return means;
  }

  private long meanMicros(String route, long count) {
    return nanosByRoute.getOrDefault(route, 0L) / count / 1_000;
  }
}
