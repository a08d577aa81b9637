package io.mapscope.benchmarks.scaling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * A Collector's place on the loopback interface: keeps the largest export of metrics of each JVM.
 */
final class OtlpReceiver implements AutoCloseable {
  private static final int OK = 200;
  private static final int NO_BODY = -1;
  private static final String METRICS = "/v1/metrics";

  private final Map<String, byte[]> largest = new TreeMap<>();
  private final HttpServer server;
  private int received;

  OtlpReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    final byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestURI().getPath().equals(METRICS)) {
      synchronized (largest) {
        received++;
        largest.merge(
            OtlpMetrics.of(body).instance(),
            body,
            (one, two) -> one.length > two.length ? one : two);
      }
    }
    exchange.sendResponseHeaders(OK, NO_BODY);
    exchange.close();
  }

  /** How many exports have come so far. */
  int received() {
    synchronized (largest) {
      return received;
    }
  }

  /** By the instance that the JVM names itself. */
  Map<String, byte[]> exports() {
    synchronized (largest) {
      return Map.copyOf(largest);
    }
  }

  /** Length of a body that is sent with {@code OTEL_EXPORTER_OTLP_COMPRESSION=gzip}. */
  static long zippedBytes(byte[] body) {
    final ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return zipped.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
