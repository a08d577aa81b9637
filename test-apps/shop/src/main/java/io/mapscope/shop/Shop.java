package io.mapscope.shop;

import io.mapscope.shop.http.ShopData;
import io.mapscope.shop.http.ShopServer;
import io.mapscope.shop.state.ShopConfig;
import io.mapscope.shop.store.Database;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** A running shop: database, maps, janitor and server, opened and closed as one. */
final class Shop implements Closeable {
  /** What was opened, the last first: the order in which it is closed. */
  private final Deque<Closeable> opened = new ArrayDeque<>();

  private final URI url;

  /** Opens the shop on 127.0.0.1; what was opened before a failure is closed again. */
  Shop(int port) throws IOException, SQLException {
    try {
      url = open(port);
    } catch (IOException | SQLException | RuntimeException e) {
      closeAfter(e);
      throw e;
    }
  }

  private URI open(int port) throws IOException, SQLException {
    ShopConfig config = new ShopConfig();
    Database database = Database.open(config.number("database.connections"));
    opened.push(database);
    ShopData data = ShopData.create(config, database);
    Janitor janitor = new Janitor(data);
    opened.push(janitor);
    ShopServer server = new ShopServer(data, port, janitor::works);
    opened.push(server);
    janitor.start();
    server.start();
    return server.url();
  }

  URI url() {
    return url;
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Closes the server first, then the janitor, the database last, whichever of them fails. */
  @Override
  public void close() throws IOException {
    Closeable next = opened.poll();
    if (next == null) {
      return;
    }
    try {
      next.close();
    } finally {
      close();
    }
  }
}
