package io.mapscope.dist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An OTLP endpoint on the loopback interface that keeps the bytes of all it is sent. */
final class OtlpCapture implements AutoCloseable {
  private static final int OK = 200;
  private static final int NO_BODY = -1;

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final HttpServer server;

  OtlpCapture() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All bodies so far, one after the other. */
  byte[] received() {
    synchronized (received) {
      return received.toByteArray();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    synchronized (received) {
      received.writeBytes(body);
    }
    exchange.sendResponseHeaders(OK, NO_BODY);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
