package io.mapscope.real;

import io.mapscope.harness.ChildJvm;
import io.mapscope.harness.ChildJvmBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.common.Uuid;

/** One Kafka node, broker and controller in one JVM, that only this machine can reach. */
record KafkaNode(Path directory, String address) {
  private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(40);
  private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(80);

  /** A node with free ports and formatted storage. */
  static KafkaNode format(Path directory) throws IOException, InterruptedException {
    final String host = InetAddress.getLoopbackAddress().getHostAddress();
    final String address = host + ":" + freePort();
    final KafkaNode node = new KafkaNode(directory, address);
    Files.writeString(
        node.properties(), configuration(directory, address, host + ":" + freePort()));
    final String cluster = Uuid.randomUuid().toString();
    node.tool("kafka.tools.StorageTool")
        .args("format", "--standalone", "-t", cluster, "-c", node.properties().toString())
        .run()
        .assertExit(0);
    return node;
  }

  private static String configuration(Path directory, String broker, String controller) {
    return """
        process.roles=broker,controller
        node.id=1
        listeners=PLAINTEXT://%1$s,CONTROLLER://%2$s
        controller.listener.names=CONTROLLER
        controller.quorum.bootstrap.servers=%2$s
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        """
        .formatted(broker, controller, directory.resolve("data"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path properties() {
    return directory.resolve("server.properties");
  }

  /** The broker, not yet started. */
  ChildJvmBuilder broker() {
    return ChildJvm.builder(directory.resolve("broker"), "kafka.Kafka")
        .args(properties().toString())
        .jvmFlags("-Xmx512m")
        .timeout(BROKER_TIMEOUT);
  }

  /** One of Kafka's own command line tools, not yet started. */
  ChildJvmBuilder tool(String mainClass) {
    return ChildJvm.builder(directory.resolve(mainClass), mainClass).timeout(TOOL_TIMEOUT);
  }
}
