package io.mapscope.shop.http;

import io.mapscope.shop.state.Product;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/products/{id}?quantity=}: one product with its price and what is left of it. */
final class ProductEndpoint implements Endpoint {
  static final int GREATEST_QUANTITY = 100;

  private final ShopData data;

  ProductEndpoint(ShopData data) {
    this.data = data;
  }

  /**
   * @param othersViewed id of the product that another visitor saw before in this category; null
   *     when unknown. Best effort: its source is the map without a lock.
   */
  record View(
      Product product,
      long unitPriceCents,
      String currency,
      int unitsAvailable,
      @Nullable Integer othersViewed) {}

  @Override
  public Reply answer(Call call) throws SQLException {
    int id = Numbers.parse("product id", call.lastSegment(), 1, Integer.MAX_VALUE);
    int quantity = call.query().number("quantity", 1, 1, GREATEST_QUANTITY);
    Product product = data.products().find(id);
    if (product == null) {
      throw new Refusal(404, "there is no product " + id);
    }
    keepSessionAlive(call);
    data.events().record("view");
    return Reply.ok(
        new View(
            product,
            data.prices().unitPriceCents(product, quantity),
            data.config().text("currency"),
            data.inventory().available(id),
            data.recentlyViewed().exchange(product)));
  }

  private void keepSessionAlive(Call call) {
    String sessionId = call.sessionId();
    if (sessionId != null) {
      data.sessions().find(sessionId);
    }
  }
}
