package io.mapscope.shop.store;

import io.mapscope.shop.state.OrderState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** Writes orders to the database, each in one transaction. */
public final class OrderStore {
  private static final String INSERT_ORDER =
      "INSERT INTO orders (visitor, state, total_cents) VALUES (?, ?, ?)";
  private static final String INSERT_LINE =
      "INSERT INTO order_lines (order_id, product_id, quantity) VALUES (?, ?, ?)";
  private static final String COUNT_SOLD =
      "UPDATE products SET units_sold = units_sold + ? WHERE id = ?";
  private static final String DELETE_OLD =
      "DELETE FROM orders WHERE id <= (SELECT MAX(id) FROM orders) - ?";

  private final Database database;

  public OrderStore(Database database) {
    this.database = database;
  }

  /**
   * Writes an order with its lines and counts the units sold, all or nothing.
   *
   * @param unitsByProduct the lines; written by rising product id, so that two orders of the same
   *     products lock their rows in the same sequence and cannot deadlock
   * @return the new order's id
   */
  public long place(
      String visitor, OrderState state, long totalCents, Map<Integer, Integer> unitsByProduct)
      throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try {
        long orderId = insertOrder(connection, visitor, state, totalCents);
        insertLines(connection, orderId, unitsByProduct);
        connection.commit();
        return orderId;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static long insertOrder(
      Connection connection, String visitor, OrderState state, long totalCents)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT_ORDER, Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, visitor);
      insert.setString(2, state.name());
      insert.setLong(3, totalCents);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        if (!keys.next()) {
          throw new SQLException("the database gave the order no id");
        }
        return keys.getLong(1);
      }
    }
  }

  private static void insertLines(
      Connection connection, long orderId, Map<Integer, Integer> unitsByProduct)
      throws SQLException {
    try (PreparedStatement line = connection.prepareStatement(INSERT_LINE);
        PreparedStatement sold = connection.prepareStatement(COUNT_SOLD)) {
      for (Map.Entry<Integer, Integer> entry : new TreeMap<>(unitsByProduct).entrySet()) {
        line.setLong(1, orderId);
        line.setInt(2, entry.getKey());
        line.setInt(3, entry.getValue());
        line.addBatch();
        sold.setInt(1, entry.getValue());
        sold.setInt(2, entry.getKey());
        sold.addBatch();
      }
      line.executeBatch();
      sold.executeBatch();
    }
  }

  public long count() throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM orders");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Deletes all but about the newest {@code kept} orders with their lines; returns how many. */
  public int deleteOld(int kept) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement delete = connection.prepareStatement(DELETE_OLD)) {
      delete.setInt(1, kept);
      return delete.executeUpdate();
    }
  }
}
