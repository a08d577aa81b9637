package io.mapscope.shop.http;

import io.mapscope.shop.state.Product;
import java.sql.SQLException;
import java.util.List;

/** {@code GET /api/search?q=&limit=}: products by a part of their names, asked of the database. */
final class SearchEndpoint implements Endpoint {
  private static final int USUAL_LIMIT = 10;
  private static final int GREATEST_LIMIT = 100;

  private final ShopData data;

  SearchEndpoint(ShopData data) {
    this.data = data;
  }

  record Found(String query, List<Product> products) {}

  @Override
  public Reply answer(Call call) throws SQLException {
    QueryParameters query = call.query();
    String text = query.text("q", "");
    if (text.isBlank()) {
      throw new Refusal(400, "the parameter q is missing, expected a part of a product's name");
    }
    int limit = query.number("limit", USUAL_LIMIT, 1, GREATEST_LIMIT);
    return Reply.ok(new Found(text, data.catalogue().search(text, limit)));
  }
}
