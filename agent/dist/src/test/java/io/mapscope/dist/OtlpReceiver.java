package io.mapscope.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An endpoint that misbehaves, on a free port of the loopback interface. */
final class OtlpReceiver implements AutoCloseable {

  /** How it misbehaves. */
  enum Manner {
    /** Nobody listens. */
    ABSENT,
    /** Takes connections and never answers. */
    SILENT,
    /** Answers with status 503. */
    REFUSING,
    /** Answers with what is no HTTP. */
    GARBAGE
  }

  private static final int PATIENCE_SECONDS = 30;

  private final Manner manner;
  private final ServerSocket socket;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Semaphore deliveries = new Semaphore(0);

  OtlpReceiver(Manner manner) throws IOException {
    this.manner = manner;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    if (manner == Manner.ABSENT) {
      socket.close();
    } else {
      Thread accepting = new Thread(this::accept, "otlp-receiver");
      accepting.setDaemon(true);
      accepting.start();
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Waits until so many more have been tried; where nobody listens, for the time they take. */
  void awaitMoreDeliveries(int count) throws InterruptedException {
    if (manner == Manner.ABSENT) {
      TimeUnit.SECONDS.sleep(count);
      return;
    }
    deliveries.drainPermits();
    if (!deliveries.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("fewer than " + count + " in " + PATIENCE_SECONDS + " s");
    }
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        open.add(connection);
        deliveries.release();
        answer(connection);
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void answer(Socket connection) throws IOException {
    if (manner == Manner.SILENT) {
      return;
    }
    try (connection;
        OutputStream out = connection.getOutputStream()) {
      connection.getInputStream().read(new byte[1 << 16]);
      out.write(
          (manner == Manner.GARBAGE
                  ? "\0\1 what do you want?\r\n\r\n"
                  : "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      // the other end has hung up, which is its right
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
