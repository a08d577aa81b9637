package io.mapscope.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One Kafka node, broker and controller in one JVM, with an agent or none, that only this machine
 * can reach. It drops what it was sent soon, so that no disk fills up.
 */
final class KafkaProcess implements SoakedService {
  /** Any will do: the node is alone. */
  private static final String CLUSTER = "c29ha2VkLWJ5LW1hcHNjbw";

  private static final int START_SECONDS = 120;
  private static final int START_POLL_MILLIS = 100;

  private final KafkaTools tools;
  private final InetSocketAddress address;
  private final ServiceJvm jvm;
  private long startNanos;

  private KafkaProcess(KafkaTools tools, InetSocketAddress address, ServiceJvm jvm) {
    this.tools = tools;
    this.address = address;
    this.jvm = jvm;
  }

  /** Starts a node from that directory of Kafka's jars. */
  static KafkaProcess open(Path jars, JvmSettings settings)
      throws IOException, InterruptedException {
    final KafkaTools tools = new KafkaTools(settings.javaHome(), jars, settings.scratch());
    final InetSocketAddress address = freeAddress();
    final Path properties = settings.scratch().resolve("server.properties");
    Files.writeString(properties, configuration(address, freeAddress(), settings.scratch()));
    tools.run(
        "kafka.tools.StorageTool",
        List.of("format", "--standalone", "-t", CLUSTER, "-c", properties.toString()));

    final long beginNanos = System.nanoTime();
    final ServiceJvm jvm =
        ServiceJvm.start(settings, "-cp", tools.classPath(), "kafka.Kafka", properties.toString());
    jvm.drain();
    final KafkaProcess node = new KafkaProcess(tools, address, jvm);
    try {
      node.awaitOpen();
      node.startNanos = System.nanoTime() - beginNanos;
      return node;
    } catch (IOException | InterruptedException failed) {
      node.close();
      throw failed;
    }
  }

  private static String configuration(
      InetSocketAddress broker, InetSocketAddress controller, Path scratch) {
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
        log.segment.bytes=16777216
        log.retention.bytes=67108864
        log.retention.check.interval.ms=1000
        log.segment.delete.delay.ms=1000
        """
        .formatted(text(broker), text(controller), scratch.resolve("data"));
  }

  private static InetSocketAddress freeAddress() throws IOException {
    final InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
      return new InetSocketAddress(loopback, socket.getLocalPort());
    }
  }

  private static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** A broker opens its port when all else is up. */
  private void awaitOpen() throws IOException, InterruptedException {
    final long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!open()) {
      if (!jvm.alive()) {
        throw jvm.endedTooSoon();
      }
      if (System.nanoTime() - deadlineNanos > 0) {
        throw new IOException("Kafka is not open " + START_SECONDS + " s after its start");
      }
      TimeUnit.MILLISECONDS.sleep(START_POLL_MILLIS);
    }
  }

  private boolean open() {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public long pid() {
    return jvm.pid();
  }

  /** From the start of the process until its port was open. */
  long startNanos() {
    return startNanos;
  }

  double residentMb() throws IOException {
    return jvm.residentMb();
  }

  /** Runs one of Kafka's tools against it; what the tool said. */
  List<String> runTool(String mainClass, List<String> arguments)
      throws IOException, InterruptedException {
    final List<String> all = new ArrayList<>(List.of("--bootstrap-server=" + text(address)));
    all.addAll(arguments);
    return tools.run(mainClass, all);
  }

  @Override
  public Path temporary() {
    return jvm.temporary();
  }

  @Override
  public Load startLoad(int seconds) throws IOException {
    return KafkaLoad.start(tools, text(address), pid(), seconds);
  }

  @Override
  public void close() {
    jvm.close();
  }
}
