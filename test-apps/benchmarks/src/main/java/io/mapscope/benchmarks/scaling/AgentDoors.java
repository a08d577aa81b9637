package io.mapscope.benchmarks.scaling;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The ways in which the agent in this JVM tells what it knows, as a user would ask for it. */
final class AgentDoors {
  private static final String BEAN = "io.mapscope:type=Mapscope";
  private static final String STATISTICS = "mapscope.MapStatistics";

  /** A report is kept for a second for whoever asks. */
  private static final long UNTIL_NEW_MILLIS = 1_100;

  private static final int ASKED = 3;
  private static final int RECORDED_SECONDS = 5;
  private static final long PATIENCE_MILLIS = 20_000;

  private final ObjectName name;
  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

  /** Waits for the agent's bean. */
  AgentDoors() throws JMException, InterruptedException {
    name = new ObjectName(BEAN);
    for (long waited = 0; !beans.isRegistered(name); waited += UNTIL_NEW_MILLIS) {
      if (waited > PATIENCE_MILLIS) {
        throw new IllegalStateException("the agent has registered no bean");
      }
      TimeUnit.MILLISECONDS.sleep(UNTIL_NEW_MILLIS);
    }
  }

  double number(String attribute) throws JMException {
    return ((Number) beans.getAttribute(name, attribute)).doubleValue();
  }

  String reportJson() throws JMException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(UNTIL_NEW_MILLIS);
    return (String) beans.invoke(name, "reportJson", new Object[0], new String[0]);
  }

  /** Prints what a snapshot takes, on the agent's own thread, and JSON of it, on who asks. */
  void askForReports() throws JMException, InterruptedException {
    final String reporter = "mapscope-management";
    reportJson();
    final AgentClocks before = AgentClocks.of(reporter);
    final ThreadMXBean clocks = ManagementFactory.getThreadMXBean();
    final long beforeNanos = clocks.getCurrentThreadCpuTime();
    String report = "";
    for (int i = 0; i < ASKED; i++) {
      report = reportJson();
    }
    Figures.print(
        "json.cpuNanos", (double) (clocks.getCurrentThreadCpuTime() - beforeNanos) / ASKED);
    Figures.print("json.bytes", report.getBytes(StandardCharsets.UTF_8).length);
    final AgentClocks took = AgentClocks.of(reporter).since(before);
    Figures.print("snapshot.cpuNanos", took.cpuNanos() / ASKED);
    Figures.print("snapshot.allocatedBytes", took.allocatedBytes() / ASKED);
  }

  /** Prints what a scrape by Prometheus takes. */
  void scrape(int port) throws IOException, InterruptedException {
    scrapeOnce(port);
    final AgentClocks before = AgentClocks.of("mapscope-scrape");
    String text = "";
    for (int i = 0; i < ASKED; i++) {
      TimeUnit.MILLISECONDS.sleep(UNTIL_NEW_MILLIS);
      text = scrapeOnce(port);
    }
    final AgentClocks took = AgentClocks.of("mapscope-scrape").since(before);
    Figures.print("scrape.bytes", text.getBytes(StandardCharsets.UTF_8).length);
    Figures.print("scrape.series", text.lines().filter(line -> !line.startsWith("#")).count());
    Figures.print("scrape.cpuNanos", took.cpuNanos() / ASKED);
    Figures.print("scrape.allocatedBytes", took.allocatedBytes() / ASKED);
  }

  private static String scrapeOnce(int port) throws IOException {
    final URLConnection connection =
        URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openConnection();
    try (var body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Prints how large the events of one interval are in a recording of them alone. */
  void record() throws IOException, InterruptedException {
    final Path file = Files.createTempFile("scaling", ".jfr");
    final AgentClocks before = AgentClocks.of("JFR Periodic Tasks");
    try (Recording recording = new Recording()) {
      recording.enable(STATISTICS).withPeriod(Duration.ofSeconds(1));
      recording.start();
      TimeUnit.SECONDS.sleep(RECORDED_SECONDS);
      recording.stop();
      recording.dump(file);
    }
    final AgentClocks took = AgentClocks.of("JFR Periodic Tasks").since(before);
    long events = 0;
    try (RecordingFile recorded = new RecordingFile(file)) {
      while (recorded.hasMoreEvents()) {
        final RecordedEvent event = recorded.readEvent();
        events += event.getEventType().getName().equals(STATISTICS) ? 1 : 0;
      }
    }
    if (events > 0) {
      Figures.print("jfr.bytesPerEvent", (double) Files.size(file) / events);
      Figures.print("jfr.cpuNanosPerEvent", took.cpuNanos() / events);
    }
    Figures.print("jfr.events", events);
    Files.delete(file);
  }
}
