package io.mapscope.benchmarks.scaling;

import java.util.HashSet;
import java.util.Set;

/**
 * The figures of one {@code ExportMetricsServiceRequest}, read from its protobuf by field numbers
 * (opentelemetry-proto 1.x, {@code metrics.proto}).
 *
 * @param instance {@code service.instance.id} of the JVM, empty when it names none
 * @param points data points
 * @param series what Prometheus makes of them: of a histogram one per bucket, its count and sum
 * @param names metrics that have any point
 * @param overflows points of the SDK's own overflow series, which take what is beyond its limit
 * @param bytes length of the message
 */
record OtlpMetrics(
    String instance, long points, long series, Set<String> names, long overflows, long bytes) {
  private static final int RESOURCE_METRICS = 1;
  private static final int RESOURCE = 1;
  private static final int ATTRIBUTES = 1;
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int STRING = 1;
  private static final int SCOPE_METRICS = 2;
  private static final int METRICS = 2;
  private static final int NAME = 1;
  private static final int GAUGE = 5;
  private static final int SUM = 7;
  private static final int HISTOGRAM = 9;
  private static final int DATA_POINTS = 1;
  private static final int HISTOGRAM_BUCKETS = 6;
  private static final String INSTANCE = "service.instance.id";
  private static final String OVERFLOW = "otel.metric.overflow";

  static OtlpMetrics of(byte[] message) {
    final Counting counting = new Counting();
    new Protobuf(message).each(RESOURCE_METRICS, counting::resource);
    return new OtlpMetrics(
        counting.instance,
        counting.points,
        counting.series,
        Set.copyOf(counting.names),
        counting.overflows,
        message.length);
  }

  private static final class Counting {
    private final Set<String> names = new HashSet<>();
    private String instance = "";
    private long points;
    private long series;
    private long overflows;

    private void resource(Protobuf metrics) {
      metrics.each(RESOURCE, resource -> resource.each(ATTRIBUTES, this::attribute));
      metrics.each(SCOPE_METRICS, scope -> scope.each(METRICS, this::metric));
    }

    private void attribute(Protobuf attribute) {
      final String[] key = new String[1];
      attribute.each(KEY, text -> key[0] = text.text());
      if (INSTANCE.equals(key[0])) {
        attribute.each(VALUE, value -> value.each(STRING, text -> instance = text.text()));
      }
    }

    private void metric(Protobuf metric) {
      final long before = points;
      metric.each(GAUGE, data -> data.each(DATA_POINTS, point -> add(point, 1)));
      metric.each(SUM, data -> data.each(DATA_POINTS, point -> add(point, 1)));
      metric.each(
          HISTOGRAM, data -> data.each(DATA_POINTS, point -> add(point, 2 + buckets(point))));
      if (points > before) {
        metric.each(NAME, name -> names.add(name.text()));
      }
    }

    private void add(Protobuf point, long seriesOfIt) {
      points++;
      series += seriesOfIt;
      overflows += point.text().contains(OVERFLOW) ? 1 : 0;
    }

    /** Packed 64-bit numbers. */
    private static long buckets(Protobuf point) {
      final long[] length = new long[1];
      point.each(HISTOGRAM_BUCKETS, counts -> length[0] += counts.length() / Long.BYTES);
      return length[0];
    }
  }
}
