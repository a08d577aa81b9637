package io.mapscope.shop.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The shop's HTTP server on the loopback address; requests in flight are answered at close. */
public final class ShopServer implements Closeable {
  private static final String HOST = "127.0.0.1";
  private static final long STOP_LIMIT_MILLIS = 5_000;

  /** At close, kept-alive connections go after so long; a request in flight is still answered. */
  private static final long SHUTDOWN_IDLE_MILLIS = 250;

  private final Server server;
  private final ServerConnector connector;

  /**
   * @param port 0 lets the system choose one
   * @param janitorWorks what the health endpoint says of the janitor
   */
  public ShopServer(ShopData data, int port, BooleanSupplier janitorWorks) {
    server = new Server(threads(data.config().number("http.threads")));
    server.setStopTimeout(STOP_LIMIT_MILLIS);
    connector = connector(server, port);
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(handler(data, janitorWorks)));
  }

  private static QueuedThreadPool threads(int count) {
    QueuedThreadPool threads = new QueuedThreadPool(count);
    threads.setName("shop-http");
    return threads;
  }

  private static ServerConnector connector(Server server, int port) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(HOST);
    connector.setPort(port);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
    return connector;
  }

  private static ShopHandler handler(ShopData data, BooleanSupplier janitorWorks) {
    ObjectMapper json = new ObjectMapper();
    RequestCounters counters = new RequestCounters();
    RouteTable routes =
        new RouteTable()
            .add("GET /api/products/*", new ProductEndpoint(data))
            .add("GET /api/search", new SearchEndpoint(data))
            .add("POST /api/cart/add", new CartEndpoint(data, json))
            .add("POST /api/checkout", new CheckoutEndpoint(data))
            .add("GET /api/sessions/export", call -> Reply.ok(data.sessions().live()))
            .add("GET /api/stats", new StatsEndpoint(data, counters))
            .add("GET /api/health", new HealthEndpoint(data, janitorWorks));
    return new ShopHandler(data, routes, new ListenerMetadata(counters), json);
  }

  /** Starts to listen; the message of the exception says what stood in the way. */
  public void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      String reason =
          e.getCause() instanceof BindException taken ? taken.getMessage() : String.valueOf(e);
      String address = HOST + ":" + connector.getPort();
      throw new IOException("cannot listen on " + address + ": " + reason, e);
    }
  }

  /** Where the started server listens. */
  public URI url() {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the server did not stop: " + e, e);
    }
  }
}
