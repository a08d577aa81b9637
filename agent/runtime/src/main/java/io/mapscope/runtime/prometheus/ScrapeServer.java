package io.mapscope.runtime.prometheus;

import io.mapscope.runtime.options.ListenAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET /metrics} over HTTP/1.1, one request after another, each on a connection of
 * its own, on one thread. Not the JDK's HttpServer: that one logs by System.Logger from its first
 * moment on, which sets up java.util.logging, perhaps before the application has chosen its
 * LogManager.
 *
 * <p>Whoever is silent for {@value #PATIENCE_MILLIS} ms, or sends more than {@value #MOST_CHARS}
 * characters, is turned away.
 */
final class ScrapeServer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final int MOST_CHARS = 16_384;
  private static final int BACKLOG = 16;
  private static final String PATH = "/metrics";
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final String TEXT_TYPE = "text/plain; charset=utf-8";

  private final ServerSocket socket;
  private final Supplier<String> metrics;
  private final Consumer<String> log;
  private boolean failed;

  private ScrapeServer(ServerSocket socket, Supplier<String> metrics, Consumer<String> log) {
    this.socket = socket;
    this.metrics = metrics;
    this.log = log;
  }

  static ScrapeServer start(
      ListenAddress address, Supplier<String> metrics, ThreadFactory threads, Consumer<String> log)
      throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(
          new InetSocketAddress(InetAddress.getByName(address.host()), address.port()), BACKLOG);
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
    ScrapeServer server = new ScrapeServer(socket, metrics, log);
    threads.newThread(server::run).start();
    return server;
  }

  String url() {
    InetAddress address = socket.getInetAddress();
    String host = address.getHostAddress();
    return "http://"
        + (host.indexOf(':') < 0 ? host : "[" + host + "]")
        + ":"
        + socket.getLocalPort()
        + PATH;
  }

  private void run() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        client.setSoTimeout(PATIENCE_MILLIS);
        answer(client);
      } catch (SocketException closed) {
        continue; // by close(), or by the client in the middle of the answer
      } catch (IOException clientsFault) {
        continue; // too slow, or gone
      } catch (RuntimeException | Error problem) {
        sayOnce(problem);
      }
    }
  }

  private void sayOnce(Throwable problem) {
    if (!failed) {
      failed = true;
      log.accept("a scrape of " + url() + " failed: " + problem);
    }
  }

  private void answer(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    String request = firstLine(in);
    OutputStream out = client.getOutputStream();
    String[] words = request == null ? new String[0] : request.split(" ");
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      send(out, "400 Bad Request", TEXT_TYPE, "expected an HTTP/1.1 request\n", true);
    } else if (!words[0].equals("GET") && !words[0].equals("HEAD")) {
      send(out, "405 Method Not Allowed", TEXT_TYPE, "expected GET\n", true);
    } else if (!path(words[1]).equals(PATH)) {
      send(out, "404 Not Found", TEXT_TYPE, "metrics are at " + PATH + "\n", true);
    } else {
      scrape(out, words[0].equals("GET"));
    }
  }

  private void scrape(OutputStream out, boolean withBody) throws IOException {
    String text;
    try {
      text = metrics.get();
    } catch (RuntimeException | Error problem) {
      sayOnce(problem);
      send(out, "503 Service Unavailable", TEXT_TYPE, "no metrics: " + problem + "\n", true);
      return;
    }
    send(out, "200 OK", METRICS_TYPE, text, withBody);
  }

  private static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The first line, once all the head has come; null when it is too long or breaks off. */
  private static @Nullable String firstLine(BufferedReader in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < MOST_CHARS) {
      int c = in.read();
      if (c < 0) {
        return null;
      }
      if (c != '\r') {
        head.append((char) c);
      }
      if (c == '\n' && (head.length() == 1 || head.charAt(head.length() - 2) == '\n')) {
        return head.substring(0, head.indexOf("\n"));
      }
    }
    return null;
  }

  private static void send(
      OutputStream out, String status, String type, String text, boolean withBody)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    if (withBody) {
      out.write(body);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
