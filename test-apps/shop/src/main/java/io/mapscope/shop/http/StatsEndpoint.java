package io.mapscope.shop.http;

import java.sql.SQLException;
import java.util.Map;

/** {@code GET /api/stats}: what the shop holds and has done. */
final class StatsEndpoint implements Endpoint {
  private static final long RECENT_MILLIS = 1_000;

  private final ShopData data;
  private final RequestCounters counters;

  StatsEndpoint(ShopData data, RequestCounters counters) {
    this.data = data;
    this.counters = counters;
  }

  /**
   * @param visitors distinct visitors of the current window
   * @param eventsLastSecond events by kind
   */
  record Stats(
      int sessions,
      int visitors,
      int cachedProducts,
      int cachedPrices,
      int bufferedEvents,
      long orders,
      Map<String, Integer> eventsLastSecond,
      Map<String, Long> requests,
      Map<String, Long> meanMicros) {}

  @Override
  public Reply answer(Call call) throws SQLException {
    return Reply.ok(
        new Stats(
            data.sessions().count(),
            data.visitors().count(),
            data.products().count(),
            data.prices().count(),
            data.events().count(),
            data.orders().count(),
            data.events().countByKind(RECENT_MILLIS),
            counters.counts(),
            counters.meanMicros()));
  }
}
