package io.mapscope.shop.http;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** {@code GET /api/health}: 200 when the database answers and the janitor works, else 503. */
final class HealthEndpoint implements Endpoint {
  private final ShopData data;
  private final BooleanSupplier janitorWorks;

  HealthEndpoint(ShopData data, BooleanSupplier janitorWorks) {
    this.data = data;
    this.janitorWorks = janitorWorks;
  }

  record Health(boolean database, boolean janitor) {}

  @Override
  public Reply answer(Call call) throws SQLException {
    Health health = new Health(data.database().isAlive(), janitorWorks.getAsBoolean());
    return health.database() && health.janitor() ? Reply.ok(health) : Reply.unavailable(health);
  }
}
