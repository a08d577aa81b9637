package io.mapscope.real;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A bounded TPC-B-like load on the database at the JDBC URL in the first argument: each transaction
 * books one amount on an account, a teller and a branch, and in the history.
 *
 * <p>At the end the four sums must be equal; {@code conserved N} is printed when they are.
 */
final class TransactionLoad {
  static final int TRANSACTIONS = 80_000;

  private static final int THREADS = 4;

  /** One for each thread, and one that keeps the database open. */
  static final int CONNECTIONS = THREADS + 1;

  private static final int BRANCHES = 10;
  private static final int TELLERS = 100;
  private static final int ACCOUNTS = 10_000;
  private static final int MAX_AMOUNT = 5_000;

  private static final List<String> BOOKED_TABLES = List.of("accounts", "tellers", "branches");

  private final String url;

  private TransactionLoad(String url) {
    this.url = url;
  }

  public static void main(String[] args) throws Exception {
    final TransactionLoad load = new TransactionLoad(args[0]);
    // An in-memory database lives as long as a connection is open.
    try (Connection connection = DriverManager.getConnection(args[0])) {
      load.create(connection);
      load.runThreads();
      load.check(connection);
    }
  }

  private void create(Connection connection) throws SQLException {
    final int[] rows = {ACCOUNTS, TELLERS, BRANCHES};
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < rows.length; i++) {
        final String table = BOOKED_TABLES.get(i);
        statement.execute("create table " + table + "(id int primary key, amount bigint)");
        statement.execute(
            "insert into " + table + " select x, 0 from system_range(1, " + rows[i] + ")");
      }
      statement.execute("create table history(account int, teller int, branch int, amount bigint)");
    }
  }

  private void runThreads() throws Exception {
    final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      final List<Future<?>> runs = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        final SplittableRandom random = new SplittableRandom(thread);
        runs.add(pool.submit(() -> transactions(random)));
      }
      for (final Future<?> run : runs) {
        run.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private Void transactions(SplittableRandom random) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TRANSACTIONS / THREADS; i++) {
        transaction(connection, random);
        connection.commit();
      }
    }
    return null;
  }

  private static void transaction(Connection connection, SplittableRandom random)
      throws SQLException {
    final long amount = random.nextInt(-MAX_AMOUNT, MAX_AMOUNT);
    final long account = 1 + random.nextInt(ACCOUNTS);
    final long teller = 1 + random.nextInt(TELLERS);
    final long branch = 1 + random.nextInt(BRANCHES);
    // One row per table, tables always in this order: no deadlock is possible.
    update(connection, "update accounts set amount = amount + ? where id = ?", amount, account);
    update(connection, "update tellers set amount = amount + ? where id = ?", amount, teller);
    update(connection, "update branches set amount = amount + ? where id = ?", amount, branch);
    update(connection, "insert into history values(?, ?, ?, ?)", account, teller, branch, amount);
  }

  private static void update(Connection connection, String sql, long... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("expected one row of: " + sql);
      }
    }
  }

  private void check(Connection connection) throws SQLException {
    final long booked = number(connection, "select sum(amount) from history");
    for (final String table : BOOKED_TABLES) {
      final long balance = number(connection, "select sum(amount) from " + table);
      if (balance != booked) {
        throw new IllegalStateException(table + " hold " + balance + ", booked were " + booked);
      }
    }
    System.out.println("conserved " + number(connection, "select count(*) from history"));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
