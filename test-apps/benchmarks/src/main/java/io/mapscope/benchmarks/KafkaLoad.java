package io.mapscope.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A producer that sends as much as the broker takes and a consumer that reads it, Kafka's own
 * performance tools; stopped when the time is over.
 *
 * <p>What the broker took is asked of the broker, from the first record on: how long the tools take
 * to start says nothing about it. A thread of its own does that, so that of two loads neither is
 * looked at later than the other.
 */
final class KafkaLoad implements SoakedService.Load {
  private static final String TOPIC = "soak";
  private static final String WITHOUT_END = Long.toString(Long.MAX_VALUE);
  private static final String RECORDS_TAKEN =
      "kafka.server:type=BrokerTopicMetrics,name=MessagesInPerSec";
  private static final long POLL_MILLIS = 20;
  private static final double NANOS_PER_SECOND = 1e9;

  private final KafkaTools tools;
  private final String address;
  private final long pid;
  private final int seconds;
  private final FutureTask<Double> perSecond = new FutureTask<>(this::run);

  private KafkaLoad(KafkaTools tools, String address, long pid, int seconds) {
    this.tools = tools;
    this.address = address;
    this.pid = pid;
    this.seconds = seconds;
  }

  /** Loads the broker at that address, the process with that pid. */
  static KafkaLoad start(KafkaTools tools, String address, long pid, int seconds) {
    final KafkaLoad load = new KafkaLoad(tools, address, pid, seconds);
    final Thread thread = new Thread(load.perSecond, "kafka-load");
    thread.setDaemon(true);
    thread.start();
    return load;
  }

  @Override
  public double perSecond() throws IOException, InterruptedException {
    try {
      return perSecond.get();
    } catch (ExecutionException failed) {
      throw new IOException("a load broke off: " + failed.getMessage(), failed);
    }
  }

  private double run() throws IOException, InterruptedException {
    final long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    final Process producer = startProducer();
    final Process consumer = startConsumer();
    try (ManagementBeans broker = ManagementBeans.of(pid)) {
      final double perSecond = measure(broker, endNanos);
      if (!producer.isAlive()) {
        throw tools.failed(KafkaTools.PRODUCER);
      }
      if (!consumer.isAlive()) {
        throw tools.failed(KafkaTools.CONSUMER);
      }
      return perSecond;
    } finally {
      ServiceJvm.end(producer);
      ServiceJvm.end(consumer);
    }
  }

  /** Records taken in a second, from the first one until the end. */
  private static double measure(ManagementBeans broker, long endNanos)
      throws IOException, InterruptedException {
    final double before = records(broker);
    double first = before;
    while (first == before && System.nanoTime() - endNanos < 0) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      first = records(broker);
    }
    final long firstNanos = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(endNanos - firstNanos);
    final double taken = records(broker) - first;
    return taken / ((System.nanoTime() - firstNanos) / NANOS_PER_SECOND);
  }

  private static double records(ManagementBeans broker) throws IOException {
    return broker.number(RECORDS_TAKEN, "Count");
  }

  private Process startProducer() throws IOException {
    return tools.start(
        KafkaTools.PRODUCER,
        List.of(
            "--bootstrap-server=" + address,
            "--topic=" + TOPIC,
            "--num-records=" + WITHOUT_END,
            "--record-size=100",
            "--throughput=-1"));
  }

  private Process startConsumer() throws IOException {
    return tools.start(
        KafkaTools.CONSUMER,
        List.of(
            "--bootstrap-server=" + address,
            "--topic=" + TOPIC,
            "--num-records=" + WITHOUT_END,
            "--timeout=" + TimeUnit.SECONDS.toMillis(seconds)));
  }
}
