package io.mapscope.shop.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.mapscope.shop.state.Session;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/cart/add}: puts units into the visitor's cart, opening a session if needed. */
final class CartEndpoint implements Endpoint {
  private final ShopData data;
  private final ObjectReader lineReader;

  CartEndpoint(ShopData data, ObjectMapper json) {
    this.data = data;
    this.lineReader = json.readerFor(Line.class);
  }

  /** What the visitor sends. */
  record Line(int productId, int quantity) {}

  /** What the visitor gets: units by product id. */
  record Cart(Map<Integer, Integer> lines) {}

  @Override
  public Reply answer(Call call) throws SQLException, IOException {
    Line line = readLine(call.body());
    Numbers.check("quantity", line.quantity(), 1, ProductEndpoint.GREATEST_QUANTITY);
    if (data.products().find(line.productId()) == null) {
      throw new Refusal(404, "there is no product " + line.productId());
    }
    String id = call.sessionId();
    Session session = id == null ? null : data.sessions().find(id);
    if (id == null || session == null) {
      id = data.sessions().open(call.visitor());
      session = data.sessions().find(id);
    }
    return add(line, id, session);
  }

  private Reply add(Line line, String id, @Nullable Session session) {
    if (session == null) {
      throw new Refusal(409, "the session expired before the cart could be filled");
    }
    session.add(line.productId(), line.quantity());
    data.events().record("cart");
    return Reply.ok(new Cart(session.getLines()), id);
  }

  private Line readLine(byte[] body) throws IOException {
    try {
      Line line = lineReader.readValue(body);
      if (line != null) {
        return line;
      }
    } catch (JacksonException e) {
      throw new Refusal(400, "cannot read the body: " + e.getOriginalMessage());
    }
    throw new Refusal(400, "the body is null, expected {\"productId\": 1, \"quantity\": 1}");
  }
}
