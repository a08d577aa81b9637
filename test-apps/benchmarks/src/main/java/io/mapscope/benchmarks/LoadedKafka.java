package io.mapscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kafka node under Kafka's own performance tools: records produced as fast as it takes them, and
 * consumed; then records at a fixed rate, whose times the tool tells in whole milliseconds, from
 * when a record was handed to the producer.
 *
 * @param rate records in a second in the open loop
 */
record LoadedKafka(KafkaProcess node, ManagementBeans beans, int rate, double startMillis)
    implements LoadedService {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int RECORD_BYTES = 100;

  /** Some more than a node takes in a second here; how long it needs does not matter. */
  private static final int RECORDS_FOR_A_SECOND = 100_000;

  private static final Pattern PRODUCED =
      Pattern.compile(
          "(\\d+) records sent, ([\\d.]+) records/sec .* (\\d+) ms 50th, \\d+ ms 95th,"
              + " (\\d+) ms 99th, (\\d+) ms 99\\.9th");

  /** A node from that directory of Kafka's jars. */
  static LoadedService open(Path jars, int rate, JvmSettings settings)
      throws IOException, InterruptedException {
    final KafkaProcess node = KafkaProcess.open(jars, settings);
    return new LoadedKafka(
        node, ManagementBeans.of(node.pid()), rate, node.startNanos() / NANOS_PER_MILLI);
  }

  @Override
  public long pid() {
    return node.pid();
  }

  @Override
  public double residentMb() throws IOException {
    return node.residentMb();
  }

  @Override
  public void warmUp(int seconds) throws IOException, InterruptedException {
    produce("warm-up", seconds * RECORDS_FOR_A_SECOND, -1);
    consume("warm-up", seconds * RECORDS_FOR_A_SECOND / 2);
  }

  @Override
  public Map<String, Double> round(int seconds) throws IOException, InterruptedException {
    final Map<String, Double> figures = new LinkedHashMap<>();
    final int records = seconds * RECORDS_FOR_A_SECOND;
    final Spent before = Spent.of(beans);
    final Matcher produced = produce("closed", records, -1);
    final Spent.Each each = Spent.of(beans).since(before, records);
    figures.put("produced, records per second", Double.valueOf(produced.group(2)));
    figures.put("produced, CPU of the node per record, us", each.cpuMicros());
    figures.put("produced, allocated by the node per record, bytes", each.bytes());
    figures.put("consumed, records per second", consume("closed", records / 2));

    final Matcher paced = produce("open", seconds * rate, rate);
    final String loop = "produced, " + rate + " records per second, ";
    figures.put(loop + "p50, ms", Double.valueOf(paced.group(3)));
    figures.put(loop + "p99, ms", Double.valueOf(paced.group(4)));
    figures.put(loop + "p99.9, ms", Double.valueOf(paced.group(5)));
    return figures;
  }

  /** Produces to a topic; what the tool said at its end. */
  private Matcher produce(String topic, int records, int perSecond)
      throws IOException, InterruptedException {
    final List<String> said =
        node.runTool(
            KafkaTools.PRODUCER,
            List.of(
                "--topic=" + topic,
                "--num-records=" + records,
                "--record-size=" + RECORD_BYTES,
                "--throughput=" + perSecond));
    for (int i = said.size() - 1; i >= 0; i--) {
      final Matcher matcher = PRODUCED.matcher(said.get(i));
      if (matcher.find()) {
        return matcher;
      }
    }
    throw new IOException("the producer told no figures: " + said);
  }

  /** Consumes from a topic's begin; records fetched in a second. */
  private double consume(String topic, int records) throws IOException, InterruptedException {
    final List<String> said =
        new ArrayList<>(
            node.runTool(
                KafkaTools.CONSUMER, List.of("--topic=" + topic, "--num-records=" + records)));
    said.removeIf(line -> !line.matches("\\d{4}-.*"));
    if (said.isEmpty()) {
      throw new IOException("the consumer told no figures");
    }
    final String[] columns = said.get(said.size() - 1).split(",");
    return Double.parseDouble(columns[columns.length - 1].trim());
  }

  @Override
  public void close() {
    beans.closeQuietly();
    node.close();
  }
}
