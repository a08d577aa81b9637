package io.mapscope.shop.store;

import io.mapscope.shop.state.Product;
import io.mapscope.shop.state.ProductSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads products from the database. */
public final class ProductStore implements ProductSource {
  private static final String COLUMNS = "SELECT id, name, category, list_price_cents FROM products";
  private static final String BY_ID = COLUMNS + " WHERE id = ?";
  private static final String BY_TEXT =
      COLUMNS + " WHERE LOWER(name) LIKE ? ESCAPE '!' ORDER BY id LIMIT ?";

  private final Database database;

  public ProductStore(Database database) {
    this.database = database;
  }

  @Override
  public @Nullable Product load(int id) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(BY_ID)) {
      select.setInt(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? product(row) : null;
      }
    }
  }

  /** The first {@code limit} products whose names contain the text, whatever its case. */
  public List<Product> search(String text, int limit) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(BY_TEXT)) {
      select.setString(1, "%" + escape(text.toLowerCase(Locale.ROOT)) + "%");
      select.setInt(2, limit);
      List<Product> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(product(row));
        }
      }
      return found;
    }
  }

  /** The visitor's {@code %} and {@code _} are letters, not wildcards. */
  private static String escape(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4));
  }
}
