package io.mapscope.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.mapscope.dist.programs.Endpoints;
import io.mapscope.dist.programs.LoudLogManager;
import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.MetricStore;
import io.mapscope.harness.Reports;
import io.mapscope.harness.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics at the receiver: a real store, real other agents, and endpoints that misbehave. */
final class OpenTelemetryIT {
  private static final String OTHER_AGENT =
      "-javaagent:" + System.getProperty("e2e.opentelemetryAgent");

  @TempDir private Path directory;

  @Test
  void metrics_ofOwnSdk_inARealStoreAreWhatTheProgramCounted() throws Exception {
    try (MetricStore store = store();
        ChildJvm child =
            program("otlp=on")
                .jvmFlags(
                    "-Djava.util.logging.manager=" + LoudLogManager.class.getName(),
                    "-Dotel.service.name=endpoints",
                    "-Dotel.logs.exporter=none",
                    "-Dotel.metric.export.interval=300",
                    "-Dotel.exporter.otlp.metrics.endpoint=" + store.otlpMetricsEndpoint())
                .start()) {
      String merges =
          "last_over_time(mapscope_map_operations_total{service_name=\"endpoints\","
              + "mapscope_map_field=\""
              + Endpoints.class.getName()
              + ".COUNTED\",mapscope_operation=\"merge\","
              + "telemetry_distro_name=\"mapscope\"}[5m])";
      store.awaitValue(merges, 1);
      ChildResult result = end(child).assertExit(0).assertQuiet();

      assertThat(store.awaitValue(merges, merges(result))).isEqualTo(merges(result));
      assertThat(
              store.value("sum(last_over_time(mapscope_map_operation_duration_seconds_count[5m]))"))
          .isPositive();
      assertThat(store.query("count(last_over_time({__name__!~\"mapscope_.*\"}[5m]))"))
          .as("what is not ours")
          .contains("\"result\":[]");
      assertThat(result.stdout()).doesNotContain("LogManager was made");
    }
    Reports.assertHealthy(Reports.read(directory.resolve("report.json")));
  }

  @ParameterizedTest
  @EnumSource
  void application_withAnEndpointThatMisbehaves_runsAsEverAndHearsOfItOnce(
      OtlpReceiver.Manner manner) throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver(manner);
        ChildJvm child =
            program("otlp=" + receiver.endpoint())
                .jvmFlags(
                    "-Dotel.metric.export.interval=300",
                    "-Dotel.exporter.otlp.timeout=500",
                    "-Dotel.java.exporter.otlp.retry.disabled=true")
                .start()) {
      child.awaitStderr("metrics cannot be delivered");
      receiver.awaitMoreDeliveries(3); // they fail, of which nobody tells
      ChildResult result = end(child).assertExit(0);

      assertThat(result.stderr().lines().filter(line -> line.startsWith("mapscope: ")))
          .singleElement()
          .asString()
          .contains("metrics cannot be delivered")
          .contains("not said again");
    }
    Reports.assertHealthy(Reports.read(directory.resolve("report.json")));
  }

  @Test
  void otlp_overGrpc_isRefusedInOneLineForEachSignal() throws Exception {
    try (ChildJvm child =
        program("otlp=on").jvmFlags("-Dotel.exporter.otlp.protocol=grpc").start()) {
      child.awaitStderr("set for metrics");
      child.awaitStderr("set for logs");
      ChildResult result = end(child).assertExit(0);

      assertThat(result.stderr().lines().filter(line -> line.startsWith("mapscope: ")))
          .hasSize(2)
          .allMatch(line -> line.contains("http/protobuf only") && line.contains("4318"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void metrics_besideTheOpenTelemetryAgent_goOutByItsSdk(boolean oursFirst) throws Exception {
    try (MetricStore store = store();
        ChildJvm child = besideOtherAgent(oursFirst, store).start()) {
      String merges =
          "max(last_over_time(mapscope_map_operations_total{service_name=\"beside\","
              + "mapscope_operation=\"merge\","
              + "telemetry_distro_name=\"opentelemetry-java-instrumentation\"}[5m]))";
      store.awaitValue(merges, 1);
      ChildResult result = end(child).assertExit(0);

      assertThat(store.value(merges)).isPositive().isLessThanOrEqualTo(merges(result));
    }
  }

  private ChildJvmBuilder besideOtherAgent(boolean oursFirst, MetricStore store) throws Exception {
    ChildJvmBuilder child = Programs.child(directory, Endpoints.class);
    if (!oursFirst) {
      child.jvmFlags(OTHER_AGENT);
    }
    child.agent("budget=off", "interval=300ms", "report=" + directory.resolve("report.json"));
    if (oursFirst) {
      child.jvmFlags(OTHER_AGENT);
    }
    return child
        .jvmFlags(
            "-Dotel.service.name=beside",
            "-Dotel.logs.exporter=none",
            "-Dotel.traces.exporter=none",
            "-Dotel.metric.export.interval=300",
            "-Dotel.exporter.otlp.metrics.endpoint=" + store.otlpMetricsEndpoint())
        .timeout(Duration.ofMinutes(3))
        .args(endFile().toString());
  }

  private ChildJvmBuilder program(String otlp) throws Exception {
    return Programs.child(directory, Endpoints.class)
        .agent("budget=off", "interval=300ms", "report=" + directory.resolve("report.json"), otlp)
        .timeout(Duration.ofMinutes(3))
        .args(endFile().toString());
  }

  private Path endFile() {
    return directory.resolve("end");
  }

  private ChildResult end(ChildJvm child) throws Exception {
    Files.createFile(endFile());
    return child.awaitExit();
  }

  private static long merges(ChildResult result) {
    return Long.parseLong(result.stdout().strip().split(" ")[1]);
  }

  private MetricStore store() throws Exception {
    try {
      return MetricStore.start(directory);
    } catch (Tool.Missing missing) {
      return abort(missing.toString());
    }
  }
}
