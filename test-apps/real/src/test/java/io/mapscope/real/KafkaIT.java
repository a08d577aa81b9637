package io.mapscope.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildResult;
import io.mapscope.harness.EndToEnd;
import io.mapscope.harness.Reports;
import io.mapscope.profile.MapProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Apache Kafka broker in KRaft mode, loaded by Kafka's own performance tools. */
class KafkaIT {
  private static final String RECORDS = "200000";
  private static final String TOPIC = "load";

  /** Plain maps and the locks that Kafka 4.3.1 takes around them, by its byte code. */
  private static final Map<String, String> LOCKS =
      Map.of(
          "org.apache.kafka.coordinator.common.runtime.EventAccumulator.queues",
          "org.apache.kafka.coordinator.common.runtime.EventAccumulator.lock",
          "org.apache.kafka.storage.internals.log.LogCleanerManager.inProgress",
          "org.apache.kafka.storage.internals.log.LogCleanerManager.lock",
          "org.apache.kafka.storage.internals.epoch.LeaderEpochFileCache.epochs",
          "org.apache.kafka.storage.internals.epoch.LeaderEpochFileCache.lock",
          "org.apache.kafka.storage.internals.log.ProducerStateManager.ongoingTxns",
          "org.apache.kafka.storage.internals.log.UnifiedLog.lock",
          "org.apache.kafka.common.metrics.JmxReporter.mbeans",
          "org.apache.kafka.common.metrics.JmxReporter.LOCK");

  @TempDir Path directory;

  @Test
  void broker_servingItsOwnTools_isUndisturbedAndReported() throws Exception {
    final AgentFiles files = AgentFiles.in(directory);
    final KafkaNode node = KafkaNode.format(directory);
    try (ChildJvm broker = node.broker().agent(files.options()).start()) {
      broker.awaitStderr("Kafka Server started");
      produce(node);
      consume(node);
      // On JDK 25 the JVM warns about an Unsafe method that Kafka's own code calls.
      broker.terminate().assertExit(ChildResult.EXIT_SIGTERM, 0).assertQuiet("org.apache.kafka.");
    }
    Assumptions.assumeTrue(EndToEnd.agentOn(), "e2e.agent=off: the report was not checked");
    assertKafkaIsReported(files);
  }

  private static void produce(KafkaNode node) throws IOException, InterruptedException {
    final ChildResult result =
        node.tool("org.apache.kafka.tools.ProducerPerformance")
            .args("--bootstrap-server", node.address(), "--topic", TOPIC)
            .args("--num-records", RECORDS, "--record-size", "100", "--throughput", "-1")
            .run()
            .assertExit(0);
    assertThat(result.stdout()).contains(RECORDS + " records sent");
  }

  private static void consume(KafkaNode node) throws IOException, InterruptedException {
    final ChildResult result =
        node.tool("org.apache.kafka.tools.ConsumerPerformance")
            .args("--bootstrap-server", node.address(), "--topic", TOPIC)
            .args("--num-records", RECORDS, "--timeout", "20000")
            .run()
            .assertExit(0);
    // Start, end, megabytes, megabytes per second, records, ...
    final String[] figures = result.stdout().lines().toList().get(1).split(", ");
    assertThat(figures[4]).isEqualTo(RECORDS);
  }

  private static void assertKafkaIsReported(AgentFiles files) throws IOException {
    final List<MapProfile> maps =
        Reports.mapsInFieldsOf(files.assertHealthyReport(), "org.apache.kafka.", "kafka.");
    assertThat(AgentFiles.fields(maps))
        .contains(
            "org.apache.kafka.common.network.Selector.channels",
            "org.apache.kafka.common.metrics.Metrics.sensors",
            "org.apache.kafka.common.metrics.Metrics.metrics");
    assertThat(AgentFiles.gets(maps)).isPositive();
    assertThat(maps).anySatisfy(map -> assertThat(map.operations().writes()).isPositive());
    Claims.assertExplained(maps);
    for (Map.Entry<String, String> guard : LOCKS.entrySet()) {
      Claims.assertGuardedBy(maps, guard.getKey(), guard.getValue());
    }
    assertThat(Claims.copies(maps, "org.apache.kafka.common.metrics.MetricConfig.tags"))
        .as("Metrics.metricName: new LinkedHashMap<>(config.tags())")
        .isPositive();
    files.assertRecordedStatistics();
  }
}
