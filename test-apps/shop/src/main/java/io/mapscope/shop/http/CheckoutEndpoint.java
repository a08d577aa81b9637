package io.mapscope.shop.http;

import io.mapscope.shop.state.OrderState;
import io.mapscope.shop.state.Product;
import io.mapscope.shop.state.Session;
import java.sql.SQLException;
import java.util.Map;

/** {@code POST /api/checkout}: sells the visitor's cart in one transaction and ends the session. */
final class CheckoutEndpoint implements Endpoint {
  private final ShopData data;

  CheckoutEndpoint(ShopData data) {
    this.data = data;
  }

  record Receipt(long orderId, OrderState state, long totalCents, String currency) {}

  @Override
  public Reply answer(Call call) throws SQLException {
    String id = call.sessionId();
    Session session = id == null ? null : data.sessions().find(id);
    Map<Integer, Integer> lines = session == null ? Map.of() : session.takeLines();
    if (id == null || session == null || lines.isEmpty()) {
      throw new Refusal(409, "the cart is empty or expired");
    }
    if (!data.inventory().reserve(lines)) {
      session.giveBack(lines);
      throw new Refusal(409, "there are not enough units left of what is in the cart");
    }
    Receipt receipt = sell(session, lines);
    data.sessions().close(id);
    data.events().record("order");
    return Reply.ok(receipt);
  }

  /** Writes the order; when the database refuses it, cart and shelves are as before. */
  private Receipt sell(Session session, Map<Integer, Integer> lines) throws SQLException {
    boolean sold = false;
    try {
      OrderState placed = data.lifecycle().advance(OrderState.DRAFT, OrderState.PLACED);
      OrderState paid = data.lifecycle().advance(placed, OrderState.PAID);
      long totalCents = totalCents(lines);
      long orderId = data.orders().place(session.getVisitor(), paid, totalCents, lines);
      sold = true;
      return new Receipt(orderId, paid, totalCents, data.config().text("currency"));
    } finally {
      if (!sold) {
        data.inventory().release(lines);
        session.giveBack(lines);
      }
    }
  }

  private long totalCents(Map<Integer, Integer> lines) throws SQLException {
    long totalCents = 0;
    for (Map.Entry<Integer, Integer> line : lines.entrySet()) {
      Product product = data.products().find(line.getKey());
      if (product == null) {
        throw new Refusal(409, "product " + line.getKey() + " is no longer sold");
      }
      totalCents += data.prices().unitPriceCents(product, line.getValue()) * line.getValue();
    }
    return totalCents;
  }
}
