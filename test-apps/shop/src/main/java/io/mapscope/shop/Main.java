package io.mapscope.shop;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs the shop until its time is up or the process is asked to end (SIGTERM, Ctrl-C). */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar shop.jar [--port N] [--seconds N]
        --port     port on 127.0.0.1; 0 lets the system choose one (default 0)
        --seconds  how long the shop is open; 0 until the process is asked to end (default 0)""";
  private static final int GREATEST_PORT = 65_535;
  private static final int GREATEST_SECONDS = 7 * 24 * 3_600;

  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  public static void main(String[] args) throws Exception {
    try {
      Flags flags = Flags.parse(args, Set.of("--port", "--seconds"));
      int port = flags.number("--port", 0, 0, GREATEST_PORT);
      new Main().run(port, flags.number("--seconds", 0, 0, GREATEST_SECONDS));
    } catch (UsageException e) {
      System.err.println("shop: " + e.getMessage() + "; not started\n" + USAGE);
      System.exit(2);
    } catch (IOException e) {
      // Mostly a port that is taken: for the user to solve, and no stack trace helps with that.
      System.err.println("shop: " + e.getMessage() + "; the shop is not open");
      System.exit(1);
    }
  }

  private void run(int port, int seconds) throws IOException, SQLException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shop-stop"));
    try {
      try (Shop shop = new Shop(port)) {
        System.out.println("The shop is open at " + shop.url());
        awaitEnd(seconds);
      }
      System.out.println("The shop is closed.");
    } finally {
      closed.countDown();
    }
  }

  private void awaitEnd(int seconds) throws InterruptedException {
    if (seconds == 0) {
      stopAsked.await();
    } else {
      stopAsked.await(seconds, TimeUnit.SECONDS);
    }
  }

  /** Runs in the shutdown hook: the JVM ends only after the main thread has closed the shop. */
  private void stop() {
    stopAsked.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
