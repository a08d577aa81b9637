package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mapscope.dist.programs.RecordedRace;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.MetricStore;
import io.mapscope.harness.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics and findings in a real OpenTelemetry Collector, by what it prints of them. */
final class CollectorIT {
  private static final long LOOK_MILLIS = 50;
  private static final int MOST_LOOKS = 600;

  @TempDir private Path directory;

  @Test
  void findings_ofARacingMap_areEventsInTheCollector() throws Exception {
    int port = MetricStore.freePort();
    Process collector = start(port);
    try {
      ChildResult result =
          Programs.child(directory, RecordedRace.class)
              .agent("interval=300ms", "otlp=http://127.0.0.1:" + port)
              .jvmFlags("-Dotel.metric.export.interval=300", "-Dotel.service.name=race")
              .run();
      result.assertExit(0).assertQuiet();
    } finally {
      collector.destroy();
      collector.waitFor();
    }

    assertThat(Files.readString(directory.resolve("collector.txt")))
        .contains("EventName: mapscope.finding")
        .contains("SeverityNumber: Error(17)")
        .contains("mapscope.rule: Str(unsafe-shared-map)")
        .contains("mapscope.finding.state: Str(appeared)")
        .contains("service.name: Str(race)")
        .contains("telemetry.distro.name: Str(mapscope)")
        .contains("Name: mapscope.map.unsafe.accesses")
        .doesNotContain("Timestamp: 1970-01-01 00:00:00 +0000 UTC\nValue")
        .doesNotContain("otlp.exporter");
  }

  /** A collector that listens at {@code port} already. */
  private Process start(int port) throws Exception {
    Path config =
        Files.writeString(
            directory.resolve("collector.yaml"),
            String.join(
                "\n",
                "receivers: {otlp: {protocols: {http: {endpoint: '127.0.0.1:" + port + "'}}}}",
                "exporters: {debug: {verbosity: detailed}}",
                "service:",
                "  telemetry: {metrics: {level: none}}",
                "  pipelines:",
                "    metrics: {receivers: [otlp], exporters: [debug]}",
                "    logs: {receivers: [otlp], exporters: [debug]}"));
    Process collector =
        new ProcessBuilder(program().toString(), "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("collector.txt").toFile())
            .start();
    for (int look = 0; look < MOST_LOOKS && !listens(port); look++) {
      if (collector.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new AssertionError(Files.readString(directory.resolve("collector.txt")));
      }
    }
    return collector;
  }

  private static boolean listens(int port) {
    try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return connected.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path program() throws Exception {
    try {
      return Tool.installedBy("install-otel-collector");
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }
}
