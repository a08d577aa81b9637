package io.mapscope.runtime.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapscope.runtime.options.ListenAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ScrapeServerTest {
  private static final ListenAddress ANY_PORT = new ListenAddress("127.0.0.1", 0);

  private final List<String> log = new ArrayList<>();

  @Test
  void get_metrics_areAnsweredWithTypeAndLength() throws Exception {
    try (ScrapeServer server = serving(() -> "a_total 1\n# ä\n")) {
      assertThat(ask(server, "GET /metrics?x=y HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n"))
          .isEqualTo(
              "HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
                  + "Content-Length: 15\r\nConnection: close\r\n\r\na_total 1\n# ä\n");
      assertThat(ask(server, "HEAD /metrics HTTP/1.1\r\n\r\n")).endsWith("\r\n\r\n");
    }
  }

  @Test
  void request_forAnythingElse_isRefused() throws Exception {
    try (ScrapeServer server = serving(() -> "")) {
      assertThat(ask(server, "GET / HTTP/1.1\r\n\r\n")).contains("404").contains("/metrics");
      assertThat(ask(server, "POST /metrics HTTP/1.1\r\n\r\n")).contains("405");
      assertThat(ask(server, "hello\n\n")).contains("400");
      assertThat(ask(server, "GET /metrics HTTP/1.1\r\nX: " + "x".repeat(16_384))).contains("400");
      assertThat(log).isEmpty();
    }
  }

  @Test
  void scrape_metricsFail_isAnsweredAndSaidOnce() throws Exception {
    try (ScrapeServer server =
        serving(
            () -> {
              throw new IllegalStateException("no snapshot");
            })) {
      assertThat(ask(server, "GET /metrics HTTP/1.1\r\n\r\n")).contains("503", "no snapshot");
      assertThat(ask(server, "GET /metrics HTTP/1.1\r\n\r\n")).contains("503");
      assertThat(log).hasSize(1);
    }
  }

  @Test
  void client_goneOrSilent_doesNotKeepTheNextWaitingForLong() throws Exception {
    try (ScrapeServer server = serving(() -> "a 1\n")) {
      URI url = URI.create(server.url());
      try (Socket gone = new Socket(url.getHost(), url.getPort())) {
        gone.getOutputStream().write('G');
      }
      try (Socket silent = new Socket(url.getHost(), url.getPort())) {
        assertThat(ask(server, "GET /metrics HTTP/1.1\r\n\r\n")).endsWith("a 1\n");
        assertThat(silent.isConnected()).isTrue();
      }
    }
  }

  @Test
  void start_portInUse_isRefused() throws Exception {
    try (ScrapeServer server = serving(() -> "")) {
      int port = URI.create(server.url()).getPort();
      assertThatThrownBy(
              () ->
                  ScrapeServer.start(
                      new ListenAddress("127.0.0.1", port), () -> "", Thread::new, log::add))
          .isInstanceOf(BindException.class);
    }
  }

  private ScrapeServer serving(Supplier<String> metrics) throws IOException {
    return ScrapeServer.start(ANY_PORT, metrics, Thread::new, log::add);
  }

  private static String ask(ScrapeServer server, String request) throws IOException {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
