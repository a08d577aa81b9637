package io.mapscope.shop.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A private in-memory database and the pool of connections to it; gone when closed. */
public final class Database implements Closeable {
  private static final String SCHEMA = "/schema.sql";
  private static final int LOCK_TIMEOUT_MILLIS = 10_000;
  private static final int VALIDATION_TIMEOUT_SECONDS = 2;

  /** H2 drops a database in memory with its last connection: this one, which does nothing else. */
  private final Connection keeper;

  private final HikariDataSource pool;

  private Database(Connection keeper, HikariDataSource pool) {
    this.keeper = keeper;
    this.pool = pool;
  }

  /** Opens a fresh database with the shop's empty tables. */
  public static Database open(int connections) throws SQLException, IOException {
    String url = freshUrl();
    HikariConfig config = new HikariConfig();
    config.setPoolName("shop-db");
    config.setMaximumPoolSize(connections);
    config.setJdbcUrl(url);
    Database database =
        new Database(DriverManager.getConnection(url), new HikariDataSource(config));
    try {
      database.createTables();
      return database;
    } catch (SQLException | IOException e) {
      database.close();
      throw e;
    }
  }

  /** H2 must not close itself at exit: requests in flight still need it; {@link #close} does. */
  private static String freshUrl() {
    return "jdbc:h2:mem:shop-%s;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=%d"
        .formatted(UUID.randomUUID(), LOCK_TIMEOUT_MILLIS);
  }

  private void createTables() throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(schema());
    }
  }

  private static String schema() throws IOException {
    try (InputStream in = Database.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IOException("the jar lacks " + SCHEMA);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  Connection connect() throws SQLException {
    return pool.getConnection();
  }

  /** Whether a connection can be had and answers. */
  public boolean isAlive() throws SQLException {
    try (Connection connection = connect()) {
      return connection.isValid(VALIDATION_TIMEOUT_SECONDS);
    }
  }

  @Override
  public void close() throws IOException {
    pool.close();
    try {
      keeper.close();
    } catch (SQLException e) {
      throw new IOException("the database did not close: " + e.getMessage(), e);
    }
  }
}
