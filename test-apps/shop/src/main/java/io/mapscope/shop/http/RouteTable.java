package io.mapscope.shop.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoint answers which method and path.
 *
 * <p>An observer sees a concurrent map with a handful of entries, written only while the shop
 * starts and read once or twice per request ever after: as read-mostly as a map can be, and the
 * natural candidate for an immutable one.
 */
final class RouteTable {
  /**
   * An endpoint under the name that its counters carry.
   *
   * @param pattern method and path; {@code *} stands for the last segment
   */
  record Route(String pattern, Endpoint endpoint) {}

  private final ConcurrentMap<String, Route> routes = new ConcurrentHashMap<>();

  /** Adds the route of a pattern such as {@code GET /api/products/*}. */
  RouteTable add(String pattern, Endpoint endpoint) {
    routes.put(pattern, new Route(pattern, endpoint));
    return this;
  }

  /** The route of exactly that path, else the one with a {@code *} for the last segment. */
  @Nullable Route find(String method, String path) {
    Route exact = routes.get(method + " " + path);
    if (exact != null) {
      return exact;
    }
    String parent = path.substring(0, path.lastIndexOf('/') + 1);
    return routes.get(method + " " + parent + "*");
  }
}
