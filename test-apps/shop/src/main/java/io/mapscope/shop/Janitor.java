package io.mapscope.shop;

import io.mapscope.shop.http.ShopData;
import java.io.Closeable;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one background thread: expires sessions, trims events, refreshes prices, refills shelves,
 * deletes old orders. Its rounds keep every map of the shop bounded however long the shop is open.
 */
final class Janitor implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
  private static final long STOP_LIMIT_SECONDS = 5;

  private final ShopData data;
  private final int ordersKept;
  private final int intervalMillis;
  private final int roundsPerWindow;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "shop-janitor"));

  /** Rounds begun; the janitor's own. */
  private long rounds;

  /** Whether the last round went through; written by the janitor, read by health checks. */
  private volatile boolean works = true;

  private @Nullable ScheduledFuture<?> schedule;

  Janitor(ShopData data) {
    this.data = data;
    this.ordersKept = data.config().number("orders.kept");
    this.intervalMillis = data.config().number("janitor.interval.millis");
    this.roundsPerWindow = data.config().number("visitors.window.millis") / intervalMillis;
  }

  /** Starts the rounds; to be called once, before anyone asks whether they work. */
  void start() {
    schedule =
        thread.scheduleWithFixedDelay(
            this::round, intervalMillis, intervalMillis, TimeUnit.MILLISECONDS);
  }

  /** Whether rounds are still made and the last one went through. */
  boolean works() {
    return works && schedule != null && !schedule.isDone();
  }

  /**
   * One round; a round that fails is logged, turns the health red, and the next one still comes.
   */
  private void round() {
    try {
      if (++rounds % roundsPerWindow == 0) {
        data.visitors().startWindow();
      }
      data.sessions().expireIdle();
      data.events().trim();
      data.prices().refresh();
      data.inventory().restock();
      data.orders().deleteOld(ordersKept);
      works = true;
    } catch (SQLException | RuntimeException e) {
      works = false;
      LOG.error("The janitor's round failed; the next one follows", e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (thread.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }
}
