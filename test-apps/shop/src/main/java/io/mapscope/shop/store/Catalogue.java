package io.mapscope.shop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What the shop sells at first: made-up products, the same ones on every start. */
public final class Catalogue {
  private static final List<String> CATEGORIES =
      List.of("kitchen", "garden", "office", "travel", "music", "games", "tools", "books");
  private static final List<String> QUALITIES =
      List.of("Red", "Blue", "Light", "Heavy", "Folding", "Silent", "Large", "Small", "Plain");
  private static final List<String> THINGS =
      List.of("Lamp", "Kettle", "Chair", "Bag", "Clock", "Drum", "Shelf", "Knife", "Globe", "Mat");
  private static final int CHEAPEST_CENTS = 199;
  private static final int PRICE_STEPS = 97;
  private static final int PRICE_STEP_CENTS = 150;

  private Catalogue() {}

  public static List<String> categories() {
    return CATEGORIES;
  }

  /** Inserts the products 1 to {@code count}. */
  public static void fill(Database database, int count) throws SQLException {
    String sql = "INSERT INTO products (id, name, category, list_price_cents) VALUES (?, ?, ?, ?)";
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int id = 1; id <= count; id++) {
        insert.setInt(1, id);
        insert.setString(2, pick(QUALITIES, id) + " " + pick(THINGS, id) + " " + id);
        insert.setString(3, pick(CATEGORIES, id));
        insert.setLong(4, CHEAPEST_CENTS + (long) (id % PRICE_STEPS) * PRICE_STEP_CENTS);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String pick(List<String> words, int id) {
    return words.get(id % words.size());
  }
}
