package io.mapscope.benchmarks.job;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Order entry in an H2 database in memory, after TPC-C (revision 5.11, clause 2) but for its sizes,
 * think times and two rarest transactions: of 100 steps 45 place an order of five to fifteen lines,
 * 43 take a payment and 12 look at a customer's last order. Of each clerk the last {@value
 * #ORDERS_KEPT} orders are kept; the clerks of a run sit down where those of the one before sat, so
 * that the database does not grow from run to run.
 */
final class OrderEntry implements Job {
  private static final String URL = "jdbc:h2:mem:orders;LOCK_TIMEOUT=10000";
  private static final int CUSTOMERS = 3_000;
  private static final int ITEMS = 10_000;
  private static final int FEWEST_LINES = 5;
  private static final int MOST_LINES = 15;
  private static final int MOST_AMOUNT = 5_000;
  private static final int ORDERS_OF_100 = 45;
  private static final int ORDERS_AND_PAYMENTS_OF_100 = 88;
  private static final int FULL_STOCK = 100;
  private static final int ORDERS_KEPT = 2_000;

  /** An in-memory database lives as long as a connection is open. */
  private final Connection open;

  private final AtomicInteger seats = new AtomicInteger();
  private final Queue<Integer> freeSeats = new ConcurrentLinkedQueue<>();

  OrderEntry() throws SQLException {
    open = DriverManager.getConnection(URL);
    try (Statement statement = open.createStatement()) {
      statement.execute(
          "create table customer(id int primary key, balance bigint, last_order int)");
      statement.execute("create table stock(item int primary key, quantity int, sold bigint)");
      statement.execute("create table orders(id int primary key, customer int)");
      statement.execute(
          "create table line(ordered int, number int, item int, quantity int,"
              + " primary key(ordered, number))");
      statement.execute(
          "insert into customer select x, 0, 0 from system_range(1, " + CUSTOMERS + ")");
      statement.execute(
          "insert into stock select x, " + FULL_STOCK + ", 0 from system_range(1, " + ITEMS + ")");
    }
  }

  @Override
  public Worker worker(SplittableRandom random) throws SQLException {
    final Connection connection = DriverManager.getConnection(URL);
    final @Nullable Integer free = freeSeats.poll();
    final int seat = free == null ? newSeat(connection) : free;
    connection.setAutoCommit(false);
    return new Clerk(connection, random, seat * ORDERS_KEPT, () -> freeSeats.add(seat));
  }

  private int newSeat(Connection connection) throws SQLException {
    final int seat = seats.getAndIncrement();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into orders select %d + x, 0 from system_range(0, %d)"
              .formatted(seat * ORDERS_KEPT, ORDERS_KEPT - 1));
    }
    return seat;
  }

  @Override
  public void close() throws SQLException {
    open.close();
  }

  /** One terminal; statements are prepared anew each time, as through a pool. */
  private static final class Clerk implements Worker {
    private final Connection connection;
    private final SplittableRandom random;
    private final int firstOrder;
    private final Runnable leave;
    private int orders;

    Clerk(Connection connection, SplittableRandom random, int firstOrder, Runnable leave) {
      this.connection = connection;
      this.random = random;
      this.firstOrder = firstOrder;
      this.leave = leave;
    }

    @Override
    public void step() throws SQLException {
      final int lot = random.nextInt(100);
      final long customer = 1 + random.nextInt(CUSTOMERS);
      if (lot < ORDERS_OF_100) {
        order(customer);
      } else if (lot < ORDERS_AND_PAYMENTS_OF_100) {
        update(
            "update customer set balance = balance - ? where id = ?",
            1 + random.nextInt(MOST_AMOUNT),
            customer);
      } else {
        lookAtLastOrder(customer);
      }
      connection.commit();
    }

    private void order(long customer) throws SQLException {
      final long order = newOrder(customer);
      final long[] items = items();
      for (int i = 0; i < items.length; i++) {
        final long quantity = 1 + random.nextInt(10);
        update(
            "update stock set sold = sold + ?, quantity = case when quantity > ? then quantity - ?"
                + " else quantity + 91 end where item = ?",
            quantity,
            quantity,
            quantity,
            items[i]);
        update("insert into line values(?, ?, ?, ?)", order, i, items[i], quantity);
      }
      update("update customer set last_order = ? where id = ?", order, customer);
    }

    /** Different ones in one order for all clerks, so that no two wait for each other. */
    private long[] items() {
      final int lines = FEWEST_LINES + random.nextInt(MOST_LINES - FEWEST_LINES + 1);
      return LongStream.generate(() -> 1 + random.nextInt(ITEMS))
          .distinct()
          .limit(lines)
          .sorted()
          .toArray();
    }

    /** Takes the place of the oldest one. */
    private long newOrder(long customer) throws SQLException {
      final long order = firstOrder + orders++ % ORDERS_KEPT;
      update("update orders set customer = ? where id = ?", customer, order);
      try (PreparedStatement delete =
          connection.prepareStatement("delete from line where ordered = ?")) {
        delete.setLong(1, order);
        delete.executeUpdate();
      }
      return order;
    }

    private void lookAtLastOrder(long customer) throws SQLException {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select number, item, quantity from customer join line on ordered = last_order"
                  + " where id = ? order by number")) {
        query.setLong(1, customer);
        try (ResultSet lines = query.executeQuery()) {
          int expected = 0;
          while (lines.next()) {
            if (lines.getInt(1) != expected++) {
              throw new IllegalStateException("a line of customer " + customer + " is missing");
            }
          }
        }
      }
    }

    private void update(String sql, long... values) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < values.length; i++) {
          statement.setLong(i + 1, values[i]);
        }
        if (statement.executeUpdate() != 1) {
          throw new IllegalStateException("expected one row of: " + sql);
        }
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      leave.run();
    }
  }
}
